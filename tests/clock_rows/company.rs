//! Rows of the company rulebook, each by its id.
