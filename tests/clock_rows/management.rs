//! Rows of the management rulebook, each by its id.
