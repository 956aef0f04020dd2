//! The screens, one room each.
