//! Rows of the hotel rulebook, each by its id.
