//! The words on paper.
