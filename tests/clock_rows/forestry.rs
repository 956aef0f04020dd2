//! Rows of the forestry rulebook, each by its id.
