//! Rows of the property rulebook, each by its id.
