//! The screens, and what carries them: the terminal, its keys and its cells.
//!
//! From below: [`terminal`] takes the terminal over and gives it back;
//! [`input`] turns its bytes into keys; [`draw`] sends the cells that changed;
//! [`text`], [`theme`] and [`widgets`] are what screens are built of;
//! [`pace`] says when to wake up; [`svg`] draws a frame for a document.
//!
//! Why our own reader and our own drawing loop: a library's reader that blocks
//! on half a sequence freezes every countdown, and one that spins on a closed
//! line eats a processor; a library's cell diff leaves halves of hanzi standing
//! under popups. Both were seen, and both are tested here.

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "a screen answers some keys and actions and leaves the rest"
)]
pub mod app;
pub mod countdown;
pub mod draw;
pub mod input;
pub mod keymap;

pub mod open;
pub mod pace;
pub mod run;
pub mod screen;
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "a screen answers some keys and actions and leaves the rest"
)]
pub mod screens;
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "a screen answers some keys and actions and leaves the rest"
)]
pub mod setup;
pub mod svg;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod widgets;
