//! Who is in front: someone to sign in, or someone at work.

use super::signin::SignIn;
use crate::domain::staff::Person;

/// What is shown behind everything else.
#[derive(Debug)]
pub(super) enum Front {
    /// The sign-in.
    SignIn(Box<SignIn>),
    /// The screens of the person who is signed in.
    Working(Box<Person>),
}
