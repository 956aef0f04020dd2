//! Matters and the documents that each asks for.
