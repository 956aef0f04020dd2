//! Rows of the company-2020 rulebook, each by its id.
