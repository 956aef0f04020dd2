//! Reference data that comes with the program: data, not code.

pub mod calendar;
