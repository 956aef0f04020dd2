//! Rows of the township rulebook, each by its id.
