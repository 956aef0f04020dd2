//! Colours by role and shapes by meaning.
//!
//! Only the sixteen colours every terminal lets its owner choose are used, and
//! a colour is never the only sign of anything: words and shapes say it too.

use ratatui::style::{Color, Modifier, Style};

/// How things look, by what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Ordinary words.
    pub text: Style,
    /// What is good to have but not to read first.
    pub dim: Style,
    /// The thing this screen is about.
    pub accent: Style,
    /// Headings and names of panes.
    pub title: Style,
    /// The screen one is on, in the line of screens.
    pub current: Style,
    /// The selected row's marker and first words: never the whole row.
    pub selected: Style,
    /// A key, where keys are named.
    pub key: Style,
    /// Overdue, refused, wrong.
    pub danger: Style,
    /// Due soon; look before going on.
    pub warn: Style,
    /// Done, in order.
    pub ok: Style,
    /// Lines and frames.
    pub border: Style,
    /// The name of a form's field.
    pub label: Style,
    /// The name of the field being edited.
    pub focus: Style,
    /// What an empty field would like to hear.
    pub placeholder: Style,
    /// A found part of a text.
    pub found: Style,
    /// A bar of a chart: spaces in a colour, or [`Glyphs::bar`] without one.
    pub bar: Style,
    /// A QR code: what is light is drawn, on dark.
    pub code: Style,
    /// Whether colours are used at all.
    pub coloured: bool,
    /// The shapes.
    pub glyphs: Glyphs,
}

impl Theme {
    /// The coloured theme.
    pub const fn coloured(glyphs: Glyphs) -> Self {
        let plain = Style::new();
        Self {
            text: plain,
            dim: plain.fg(Color::DarkGray),
            accent: plain.fg(Color::Cyan),
            title: plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            current: plain.add_modifier(Modifier::REVERSED),
            selected: plain.add_modifier(Modifier::BOLD),
            key: plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            danger: plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            warn: plain.fg(Color::Yellow),
            ok: plain.fg(Color::Green),
            border: plain.fg(Color::DarkGray),
            label: plain.fg(Color::DarkGray),
            focus: plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            placeholder: plain.fg(Color::DarkGray),
            found: plain.add_modifier(Modifier::UNDERLINED),
            bar: plain.bg(Color::Cyan),
            code: plain.fg(Color::White).bg(Color::Black),
            coloured: true,
            glyphs,
        }
    }

    /// The theme for `NO_COLOR`: bold, reverse, underline, and words.
    pub const fn monochrome(glyphs: Glyphs) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain,
            accent: plain,
            title: bold,
            current: plain.add_modifier(Modifier::REVERSED),
            selected: bold,
            key: bold,
            danger: bold,
            warn: plain.add_modifier(Modifier::UNDERLINED),
            ok: plain,
            border: plain,
            label: plain,
            focus: bold,
            placeholder: plain,
            found: plain.add_modifier(Modifier::UNDERLINED),
            bar: plain,
            code: plain,
            coloured: false,
            glyphs,
        }
    }

    /// The theme that the command line and the environment ask for.
    ///
    /// `ascii` is the command line's wish; `variable` gives an environment
    /// variable. An empty variable counts as unset. `NO_COLOR` and terminals
    /// that know no colours get the monochrome theme; `SHOUWEN_ASCII` and
    /// locales that are not UTF-8 get ASCII lines.
    pub fn asked_for(ascii: bool, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let ascii = ascii || set("SHOUWEN_ASCII").is_some() || !speaks_utf8(&variable);
        let glyphs = if ascii { Glyphs::ASCII } else { Glyphs::LINES };
        let terminal = set("TERM").unwrap_or_default();
        let no_colours = ["dumb", "vt100", "vt102", "vt220"].contains(&terminal.as_str())
            || terminal.ends_with("-m")
            || terminal.ends_with("-mono");
        if no_colours || set("NO_COLOR").is_some() {
            Self::monochrome(glyphs)
        } else {
            Self::coloured(glyphs)
        }
    }

    /// The cells of a bar: what to repeat, and how it looks.
    pub fn bar_cell(&self) -> (&'static str, Style) {
        if self.coloured {
            (" ", self.bar)
        } else {
            (self.glyphs.bar, self.bar)
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::coloured(Glyphs::LINES)
    }
}

/// Whether the locale's character set is UTF-8. Hanzi cannot be shown in
/// another one, and an unset locale is C.
pub fn speaks_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()))
        .is_some_and(|locale| {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        })
}

/// Shapes of one column each.
///
/// The signs of states are ASCII in every set: symbols such as `▲` or `※` take
/// two columns on terminals set up for Chinese, and many fonts lack them. Lines
/// are box drawing by default, because every Chinese font has them; where they
/// come out double, there is the ASCII set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// A level line.
    pub horizontal: &'static str,
    /// An upright line.
    pub vertical: &'static str,
    /// The corners of a frame: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// The selected row, the chosen item.
    pub marker: &'static str,
    /// Overdue.
    pub overdue: &'static str,
    /// Due soon.
    pub soon: &'static str,
    /// Someone's clock runs.
    pub running: &'static str,
    /// No clock runs: waiting for someone outside.
    pub paused: &'static str,
    /// Finished.
    pub done: &'static str,
    /// Refused, returned, called off.
    pub refused: &'static str,
    /// Something is kept here for someone: papers in custody.
    pub held: &'static str,
    /// A promise to someone: a call back, a leader's word.
    pub promise: &'static str,
    /// Not yet saved or not yet accepted.
    pub draft: &'static str,
    /// A box that is ticked, and one that is not: three columns each.
    pub ticked: &'static str,
    /// See [`ticked`](Self::ticked).
    pub unticked: &'static str,
    /// From here to there: two columns.
    pub arrow: &'static str,
    /// A cell of a bar without colours.
    pub bar: &'static str,
    /// From little to much, one column each.
    pub spark: [&'static str; 8],
}

impl Glyphs {
    /// Whether lines and signs are plain characters.
    pub fn is_ascii(&self) -> bool {
        self.horizontal.is_ascii()
    }

    /// ASCII throughout.
    pub const ASCII: Self = Self {
        horizontal: "-",
        vertical: "|",
        corners: ["+", "+", "+", "+"],
        marker: ">",
        overdue: "!",
        soon: "^",
        running: " ",
        paused: "=",
        done: "*",
        refused: "x",
        held: "#",
        promise: "@",
        draft: "~",
        ticked: "[x]",
        unticked: "[ ]",
        arrow: "->",
        bar: "#",
        spark: [".", ":", "-", "=", "+", "*", "%", "#"],
    };

    /// Box lines, and ASCII signs.
    pub const LINES: Self = Self {
        horizontal: "─",
        vertical: "│",
        corners: ["┌", "┐", "└", "┘"],
        spark: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        ..Self::ASCII
    };

    /// The signs that must keep their width on every terminal.
    pub fn signs(&self) -> [&'static str; 14] {
        [
            self.marker,
            self.overdue,
            self.soon,
            self.running,
            self.paused,
            self.done,
            self.refused,
            self.held,
            self.promise,
            self.draft,
            self.ticked,
            self.unticked,
            self.arrow,
            self.bar,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    fn environment(pairs: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<String> {
        |name| {
            pairs
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| (*v).to_owned())
        }
    }

    #[test]
    fn signs_have_one_width_everywhere() {
        for glyphs in [Glyphs::LINES, Glyphs::ASCII] {
            for sign in glyphs.signs() {
                assert_eq!(sign.width(), sign.width_cjk(), "{sign}");
            }
        }
        let ascii = Glyphs::ASCII;
        let lines = [ascii.horizontal, ascii.vertical]
            .into_iter()
            .chain(ascii.corners);
        assert!(
            lines
                .into_iter()
                .all(|line| line.is_ascii() && line.len() == 1)
        );
    }

    #[test]
    fn signs_of_states_differ() {
        let mut signs = Glyphs::LINES.signs().to_vec();
        signs.retain(|sign| sign.len() == 1 && *sign != Glyphs::LINES.bar);
        let mut once = signs.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), signs.len());
    }

    #[test]
    fn the_environment_is_honoured_and_empty_means_unset() {
        let usual = environment(&[("LANG", "zh_CN.UTF-8"), ("NO_COLOR", ""), ("TERM", "xterm")]);
        assert_eq!(
            Theme::asked_for(false, usual),
            Theme::coloured(Glyphs::LINES)
        );
        let plain = environment(&[("LC_ALL", "en_US.utf8"), ("NO_COLOR", "1")]);
        assert_eq!(
            Theme::asked_for(false, plain),
            Theme::monochrome(Glyphs::LINES)
        );
        let gbk = environment(&[("LANG", "zh_CN.GB18030"), ("LC_CTYPE", "")]);
        assert_eq!(Theme::asked_for(false, gbk), Theme::coloured(Glyphs::ASCII));
        let old = environment(&[("LANG", "zh_CN.UTF-8"), ("TERM", "vt220")]);
        assert_eq!(
            Theme::asked_for(true, old),
            Theme::monochrome(Glyphs::ASCII)
        );
    }

    #[test]
    fn the_monochrome_theme_has_no_colour() {
        let t = Theme::monochrome(Glyphs::ASCII);
        let styles = [
            t.text,
            t.dim,
            t.accent,
            t.title,
            t.current,
            t.selected,
            t.key,
            t.danger,
            t.warn,
            t.ok,
            t.border,
            t.label,
            t.focus,
            t.placeholder,
            t.found,
            t.bar,
        ];
        assert!(styles.iter().all(|s| s.fg.is_none() && s.bg.is_none()));
        assert_ne!(t.danger, t.text);
        assert_ne!(t.warn, t.text);
    }
}
