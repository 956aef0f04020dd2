//! The story of the selected inquiry: what happened, in whose hands, what comes next.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::DETAIL_ROWS;
use super::{Queue, dialogs, facts};
use crate::domain::inquiry::{ClockRun, Inquiry, Stage};
use crate::i18n::{clauses, privacy, queue as say, timeline, urging};
use crate::store::{Fact, Pending};
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::screens::revealed;
use crate::tui::text;
use crate::tui::widgets::frame;

/// Rows of the story that are always left to it.
const STORY_ROWS: usize = 3;

/// One line at the foot of the story.
enum Foot {
    Line(String, Style),
    /// Who held it how long, as bars.
    Hands,
}

impl Foot {
    fn wrapped(self, columns: usize) -> Vec<Self> {
        match self {
            Self::Line(words, style) => {
                let lines = text::wrap(&words, columns).into_iter();
                lines.map(|line| Self::Line(line, style)).collect()
            }
            Self::Hands => vec![Self::Hands],
        }
    }
}

pub(super) fn detail(queue: &Queue, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    if area.is_empty() {
        return;
    }
    let Some(detail) = &queue.detail else {
        canvas.rule(
            area.x,
            area.y,
            area.width,
            theme.glyphs.horizontal,
            theme.border,
        );
        return;
    };
    let state = &detail.state;
    frame::heading(
        canvas,
        theme,
        Rect { height: 1, ..area },
        &title(queue, cx, state),
        "",
    );
    let inside = Rect::new(
        area.x + 1,
        area.y + 1,
        area.width.saturating_sub(2),
        area.height.saturating_sub(1),
    );
    let mut foot = foot_lines(queue, cx, state);
    // What happened last stays to be seen.
    let spare = usize::from(inside.height).saturating_sub(STORY_ROWS).max(3);
    foot.drain(..foot.len().saturating_sub(spare));
    if usize::from(inside.height) > DETAIL_ROWS {
        let columns = usize::from(inside.width);
        foot = foot
            .into_iter()
            .flat_map(|line| line.wrapped(columns))
            .collect();
    }
    let foot_height = u16::try_from(foot.len()).unwrap_or(0).min(inside.height);
    let story_height = inside.height - foot_height;
    let lines = story(
        queue,
        cx,
        usize::from(inside.width),
        usize::from(story_height),
    );
    for (y, line) in (inside.y..).zip(&lines) {
        canvas.text(inside.x, y, inside.width, line, theme.text);
    }
    let first = inside.bottom() - foot_height;
    for (y, line) in (first..).zip(&foot) {
        match line {
            Foot::Line(words, style) => {
                canvas.text(inside.x, y, inside.width, words, *style);
            }
            Foot::Hands => detail.hands.paint(cx, canvas, (inside.x, y), inside.width),
        }
    }
}

fn title(queue: &Queue, cx: &Ctx, state: &Inquiry) -> String {
    let visitor = state.visitor.get();
    let name = visitor.map_or(cx.say(privacy::GONE), |v| v.name.as_str());
    let phone = visitor.map_or("", |v| v.phone.as_str());
    let name = queue.revealed.name(&state.number, name);
    let phone = queue.revealed.phone(&state.number, phone);
    let rules = cx.desk.rules_of(state);
    let channel = rules.channel(&state.channel).map_or("", |channel| {
        cx.t(channel.name.zh.as_str(), channel.name.en.as_str())
    });
    let kind = rules.kind(&state.kind_of_request).map_or("", |kind| {
        cx.t(kind.name.zh.as_str(), kind.name.en.as_str())
    });
    let first = cx.name(&state.first);
    let first = say::first_asked(cx.lang, &first);
    let mut parts = vec![state.number.as_str(), &name, &phone, channel, kind, &first];
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// The last lines of the story that fit, the newest at the bottom.
fn story(queue: &Queue, cx: &Ctx, width: usize, height: usize) -> Vec<String> {
    let Some(detail) = &queue.detail else {
        return Vec::new();
    };
    let mut lines: Vec<String> = Vec::new();
    let shown = queue.revealed.shows(&detail.state.number);
    let name = detail.state.visitor.get().map(|one| one.name.as_str());
    for event in &detail.events {
        let Fact::Inquiry(fact) = &event.fact else {
            continue;
        };
        let Some(words) = timeline::told(cx.lang, &event.header, fact, cx.names) else {
            continue;
        };
        let time = cx.local(event.at).format("%m-%d %H:%M");
        let words = revealed::words(shown, &words, name);
        let line = format!("{time} {}", text::visible(&words));
        if height > DETAIL_ROWS {
            lines.extend(text::wrap(&line, width));
        } else {
            lines.push(text::fit(&line, width).into_owned());
        }
    }
    let from = lines.len().saturating_sub(height);
    lines.split_off(from)
}

/// The clock, its clause, the hands that held it, and what to do next.
fn foot_lines(queue: &Queue, cx: &Ctx, state: &Inquiry) -> Vec<Foot> {
    let theme = cx.theme;
    let line = |(words, style)| Foot::Line(words, style);
    let mut lines: Vec<Foot> = facts::lines(cx, state).into_iter().map(line).collect();
    lines.push(Foot::Hands);
    let running = state.clocks.iter().rfind(|clock| clock.is_running());
    if let Some(clock) = running {
        lines.push(Foot::Line(clock_line(cx, state, clock), theme.accent));
    }
    if state.custody_count() > 0 {
        lines.push(Foot::Line(dialogs::custody(cx, state), theme.warn));
    }
    let mine = [state.keeper(), state.holder()].contains(&&cx.me.number);
    if mine && state.holder_untold() {
        let whose = dialogs::held_by(cx, state);
        lines.push(Foot::Line(
            say::handling::untold(cx.lang, whose),
            theme.warn,
        ));
    }
    if let Some(row) = queue.selected() {
        if let Some(away) = queue.posts.of(&row.holder) {
            lines.push(Foot::Line(
                urging::away_line(cx.lang, away, cx.names),
                theme.warn,
            ));
        }
        let stands_in = queue.posts.of(&row.holder);
        let stands_in =
            stands_in.is_some_and(|away| away.substitute.as_ref() == Some(&cx.me.number));
        lines.push(Foot::Line(next(cx, row, stands_in), theme.text));
    }
    lines
}

fn clock_line(cx: &Ctx, state: &Inquiry, clock: &ClockRun) -> String {
    let due = if clock.stands_still() {
        cx.say(say::STANDS_STILL).to_owned()
    } else {
        cx.local(clock.run.due).format("%m-%d %H:%M").to_string()
    };
    let rules = cx.desk.rules_of(state);
    let rule = rules.clock(&clock.run.clock);
    let marks = facts::marks(cx, clock);
    let clause = rule.map_or(String::new(), |rule| clauses::clause(cx.lang, &rule.clause));
    say::due_line(cx.lang, due, &marks, &clause)
}

/// The likely next keys.
fn next(cx: &Ctx, row: &Pending, stands_in: bool) -> String {
    let mine = stands_in || row.holder == cx.me.number;
    let keys = match (row.stage, mine) {
        (Stage::Unsigned, true) => say::NEXT_SIGN,
        (Stage::Unsigned, false) => say::NEXT_WAIT,
        (Stage::Visitor, _) => say::NEXT_BRING,
        (Stage::Answered, _) => say::NEXT_CLOSE,
        (Stage::Accepted, true) => say::NEXT_DELIVER,
        (Stage::Superior | Stage::Conferring, true) => say::NEXT_OPINION,
        (Stage::Open | Stage::Working, true) => say::NEXT_ANSWER,
        (_, false) => say::NEXT_HOLDER,
        (Stage::Closed, true) => say::NEXT_NOTHING,
        (Stage::Ruling, true) => say::NEXT_RULING,
    };
    say::next(cx.lang, keys)
}
