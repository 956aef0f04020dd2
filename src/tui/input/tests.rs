//! The reader over pipes and pseudo-terminals, and the decoder over noise.

use std::fs::File;
use std::io::Write;
use std::os::fd::OwnedFd;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyModifiers};
use proptest::prelude::*;

use super::*;

fn key(code: KeyCode) -> Input {
    keys::plain(code)
}

fn typed(text: &str) -> Vec<Input> {
    text.chars().map(|c| key(KeyCode::Char(c))).collect()
}

fn decode(pieces: &[&[u8]]) -> Vec<Input> {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    let now = Instant::now();
    for piece in pieces {
        decoder.feed(piece, now, &mut out);
    }
    decoder.expire(now + Duration::from_mins(1), &mut out);
    out
}

fn reader() -> (Reader<OwnedFd>, File) {
    let (read, write) = rustix::pipe::pipe().unwrap();
    (Reader::new(read), File::from(write))
}

fn soon(millis: u64) -> Instant {
    Instant::now() + Duration::from_millis(millis)
}

#[test]
fn keys_have_the_same_names_on_every_terminal() {
    use KeyCode::{BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home};
    use KeyCode::{Insert, Left, PageDown, PageUp, Right, Tab, Up};
    let table: &[(&[u8], KeyCode)] = &[
        (b"\r", Enter),
        (b"\n", Enter),
        (b"\t", Tab),
        (b"\x08", Backspace),
        (b"\x7f", Backspace),
        (b"\x1b", Esc),
        (b"\x1b[A", Up),
        (b"\x1bOB", Down),
        (b"\x1b[C", Right),
        (b"\x1bOD", Left),
        (b"\x1b[H", Home),
        (b"\x1b[1~", Home),
        (b"\x1b[7~", Home),
        (b"\x1b[F", End),
        (b"\x1b[4~", End),
        (b"\x1b[2~", Insert),
        (b"\x1b[3~", Delete),
        (b"\x1b[5~", PageUp),
        (b"\x1b[6~", PageDown),
        (b"\x1b[Z", BackTab),
        (b"\x1bOP", F(1)),
        (b"\x1b[11~", F(1)),
        (b"\x1b[[B", F(2)),
        (b"\x1bOR", F(3)),
        (b"\x1b[14~", F(4)),
        (b"\x1b[15~", F(5)),
        (b"\x1b[17~", F(6)),
        (b"A", Char('A')),
        ("张".as_bytes(), Char('张')),
        ("𠮷".as_bytes(), Char('𠮷')),
    ];
    for (bytes, code) in table {
        assert_eq!(decode(&[bytes]), [key(*code)], "{bytes:?}");
    }
    assert_eq!(decode(&[b"\x13"]), [keys::control(Char('s'))]);
    assert_eq!(decode(&[b"\x1b[115;5u"]), [keys::control(Char('s'))]);
    assert_eq!(decode(&[b"\x1b[1;5C"]), [keys::control(Right)]);
    assert_eq!(decode(&[b"\0"]), [keys::control(Char(' '))]);
    let Input::Key(shifted) = decode(&[b"\x1b[1;2A"])[0] else {
        panic!("a key")
    };
    assert_eq!(shifted.modifiers, KeyModifiers::SHIFT);
}

#[test]
fn a_sequence_cut_anywhere_is_the_same_key() {
    for whole in [
        "\x1b[A",
        "\x1b[15~",
        "张",
        "𠮷",
        "\x1b[200~甲\nb\x1b[201~",
        "a\x1b[3~b",
    ] {
        let expected = decode(&[whole.as_bytes()]);
        for cut in 1..whole.len() {
            let (a, b) = whole.as_bytes().split_at(cut);
            assert_eq!(decode(&[a, b]), expected, "{whole:?} at {cut}");
        }
        let bytes: Vec<&[u8]> = whole.as_bytes().chunks(1).collect();
        assert_eq!(decode(&bytes), expected, "{whole:?} byte by byte");
    }
}

#[test]
fn esc_and_a_letter_typed_ahead_are_two_keys() {
    let esc = || key(KeyCode::Esc);
    assert_eq!(decode(&[b"\x1bj"]), [esc(), key(KeyCode::Char('j'))]);
    assert_eq!(decode(&[b"\x1b\x1b"]), [esc(), esc()]);
    assert_eq!(decode(&[b"\x1b\x1b[A"]), [esc(), key(KeyCode::Up)]);
    assert_eq!(
        decode(&[b"\x1bP1"]),
        [esc(), key(KeyCode::Char('P')), key(KeyCode::Char('1'))]
    );
}

#[test]
fn what_no_key_sends_is_dropped_and_the_next_key_is_not() {
    for noise in [
        &b"\x1b[?1;2c"[..],
        b"\x1b[M !!",
        b"\x1b[<0;3;4M",
        b"\x1b]11;rgb:0000/0000/0000\x07",
        b"\x1bP1$r0m\x1b\\",
        b"\xff\xfe",
        b"\xe5",
        b"\x1b[12;",
        b"\xc2\x9b",
        b"\x1b[201~",
        b"\x1b[99;9Y",
        b"\x1b[97;1:3u",
    ] {
        let after = decode(&[noise, b"\x1b[B", b"k"]);
        assert_eq!(
            after,
            [key(KeyCode::Down), key(KeyCode::Char('k'))],
            "{noise:?}"
        );
    }
}

#[test]
fn a_lone_esc_is_decided_after_its_rest_and_an_arrow_in_two_reads_is_an_arrow() {
    let (mut reader, mut keyboard) = reader();
    let mut out = Vec::new();
    keyboard.write_all(b"\x1b").unwrap();
    reader.wait(Some(soon(10)), &mut out).unwrap();
    assert_eq!(out, [], "not yet decided");
    keyboard.write_all(b"[").unwrap();
    reader.wait(Some(soon(10)), &mut out).unwrap();
    assert_eq!(out, []);
    keyboard.write_all(b"A").unwrap();
    reader.wait(Some(soon(1000)), &mut out).unwrap();
    assert_eq!(out, [key(KeyCode::Up)]);
    out.clear();
    keyboard.write_all(b"\x1b").unwrap();
    let started = Instant::now();
    reader.wait(Some(soon(5000)), &mut out).unwrap();
    assert_eq!(out, [key(KeyCode::Esc)]);
    assert!(
        started.elapsed() < Duration::from_secs(2),
        "{:?}",
        started.elapsed()
    );
}

#[test]
fn half_an_input_never_holds_the_deadline() {
    for half in [
        &b"\x1b["[..],
        b"\xe5\xbc",
        b"\x1b[200~no end",
        b"\x1b]0;",
        b"\x1b[1",
    ] {
        let (mut reader, mut keyboard) = reader();
        let mut out = Vec::new();
        keyboard.write_all(half).unwrap();
        let started = Instant::now();
        reader.wait(Some(soon(30)), &mut out).unwrap();
        assert!(
            started.elapsed() >= Duration::from_millis(30),
            "{half:?} returned early"
        );
        assert!(
            started.elapsed() < Duration::from_millis(800),
            "{half:?} held the poll"
        );
        assert_eq!(out, [], "{half:?}");
    }
}

#[test]
fn all_that_has_arrived_is_taken_at_once() {
    let (mut reader, mut keyboard) = reader();
    let mut out = Vec::new();
    keyboard.write_all(&b"j".repeat(1000)).unwrap();
    reader.wait(None, &mut out).unwrap();
    assert_eq!(out.len(), 1000);
}

#[test]
fn a_big_paste_comes_whole_and_soon() {
    let (mut reader, mut keyboard) = reader();
    let text = "首问责任\n".repeat(80_000);
    let sent = text.clone();
    let writer = std::thread::spawn(move || {
        write!(keyboard, "\x1b[200~{sent}\x1b[201~j").unwrap();
        keyboard
    });
    let started = Instant::now();
    let mut out = Vec::new();
    while out.len() < 2 {
        reader.wait(Some(soon(10_000)), &mut out).unwrap();
    }
    let elapsed = started.elapsed();
    assert!(
        out == [Input::Paste(text), key(KeyCode::Char('j'))],
        "{} inputs",
        out.len()
    );
    assert!(
        elapsed < Duration::from_secs(2),
        "{elapsed:?} for a megabyte"
    );
    drop(writer.join());
}

#[test]
fn a_closed_line_is_a_hang_up_each_time_and_nothing_before_it_is_lost() {
    let (mut reader, mut keyboard) = reader();
    keyboard.write_all(b"j\x1b[200~half").unwrap();
    drop(keyboard);
    let mut out = Vec::new();
    reader.wait(None, &mut out).unwrap();
    let expected = [
        key(KeyCode::Char('j')),
        Input::Paste("half".to_owned()),
        Input::Hangup,
    ]
    .to_vec();
    assert_eq!(out, expected);
    out.clear();
    reader.wait(None, &mut out).unwrap();
    assert_eq!(out, [Input::Hangup]);
}

#[test]
fn a_terminal_that_goes_away_is_a_hang_up() {
    let system = portable_pty::native_pty_system();
    let pair = system.openpty(portable_pty::PtySize::default()).unwrap();
    let name = pair.master.tty_name().unwrap();
    let tty = File::options().read(true).write(true).open(name).unwrap();
    let mut raw = rustix::termios::tcgetattr(&tty).unwrap();
    raw.make_raw();
    rustix::termios::tcsetattr(&tty, rustix::termios::OptionalActions::Now, &raw).unwrap();
    let mut reader = Reader::new(tty);
    let mut out = Vec::new();
    let mut keyboard = pair.master.take_writer().unwrap();
    keyboard.write_all("j张\x1b[A".as_bytes()).unwrap();
    while out.len() < 3 {
        reader.wait(Some(soon(5000)), &mut out).unwrap();
    }
    assert_eq!(out[..2], typed("j张"));
    assert_eq!(out[2], key(KeyCode::Up));
    out.clear();
    drop((keyboard, pair));
    reader.wait(Some(soon(5000)), &mut out).unwrap();
    assert_eq!(out, [Input::Hangup]);
}

#[test]
fn signals_come_through_the_same_wait() {
    let (reader, _keyboard) = reader();
    let mut reader = reader.with_signals(Signals::listen().unwrap());
    let mut out = Vec::new();
    for (signal, input) in [
        (signal_hook::consts::SIGWINCH, Input::Resize),
        (signal_hook::consts::SIGTERM, Input::Terminate),
        (signal_hook::consts::SIGHUP, Input::Hangup),
    ] {
        out.clear();
        signal_hook::low_level::raise(signal).unwrap();
        signal_hook::low_level::raise(signal).unwrap();
        reader.wait(Some(soon(5000)), &mut out).unwrap();
        assert_eq!(out, [input], "{signal}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_noise_breaks_the_decoder(
        pieces in proptest::collection::vec(
            prop_oneof![
                proptest::collection::vec(any::<u8>(), 0..12),
                Just(b"\x1b[".to_vec()),
                Just(b"\x1b[200~".to_vec()),
                Just(b"\x1b[201~".to_vec()),
                Just(b"\x1b[1;5".to_vec()),
                "[\x1b\\[0-9;:?<>~a-zA-Z]{0,12}".prop_map(String::into_bytes),
            ],
            0..12,
        )
    ) {
        let whole = pieces.concat();
        let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(decode(&pieces), decode(&[&whole]));
        let mut decoder = Decoder::default();
        let (mut out, mut now) = (Vec::new(), Instant::now());
        decoder.feed(&whole, now, &mut out);
        for _ in 0..=whole.len() {
            now += Duration::from_mins(1);
            decoder.expire(now, &mut out);
        }
        prop_assert_eq!(decoder.deadline(), None, "something is still undecided");
    }
}
