//! Rows of the police rulebook, each by its id.
