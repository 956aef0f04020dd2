//! Rows of the tax rulebook, each by its id.
