//! The lock of the screen: what this browser notes of it.
//!
//! It keeps passers-by at a counter from reading. What the browser keeps is not encrypted by it.

#[cfg(target_arch = "wasm32")]
pub mod watch;

use super::tries::Tries;

/// The name of the note that there is a lock.
pub const NOTE: &str = "lock";
/// After how many minutes without anybody the screen can be locked.
pub const MINUTES: [u32; 5] = [1, 2, 5, 10, 30];
/// Stands between two fields of a note; no field has it.
const BETWEEN: char = '\u{1f}';
const MINUTE_MS: u64 = 60 * 1000;
/// The longest of [`MINUTES`].
const LONGEST_IDLE: u64 = 30 * MINUTE_MS;

/// Whether a note says that the screen is locked: all that the first page asks of it.
#[must_use]
pub fn locks(note: &str, now: u64) -> bool {
    let open_until = note.split(BETWEEN).next().and_then(|number| number.parse::<u64>().ok());
    // A clock that was set back does not keep it open; how long it may be open at most is enough here.
    open_until.is_some_and(|until| now >= until || until - now > LONGEST_IDLE)
}

/// The note to go by after a restart: the browser's own is often renewed, but may be older than what the
/// store kept, from before the lock was closed or set up anew.
#[must_use]
pub fn note_after_restart<'a>(kept: &'a str, noted: Option<&'a str>) -> &'a str {
    let check = |note: &'a str| note.rsplit(BETWEEN).next();
    let is_closed = kept.split(BETWEEN).next() == Some("0");
    noted.filter(|noted| !is_closed && check(noted) == check(kept)).unwrap_or(kept)
}

/// The lock of this browser.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lock {
    /// Until when the screen stays open if nobody does anything, in milliseconds since 1970.
    open_until: u64,
    /// After how many minutes without anybody it locks.
    pub minutes: u32,
    /// The wrong passphrases that were typed.
    tries: Tries,
    /// What only the passphrase opens.
    pub check: String,
}

impl Lock {
    /// A lock that is open.
    #[must_use]
    pub fn new(check: String, minutes: u32, now: u64) -> Self {
        let mut lock = Self { open_until: 0, minutes, tries: Tries::default(), check };
        lock.open(now);
        lock
    }

    /// Whether the screen is locked.
    #[must_use]
    pub fn is_locked(&self, now: u64) -> bool {
        // A clock that was set back does not keep it open.
        now >= self.open_until || self.open_until - now > self.idle()
    }

    fn idle(&self) -> u64 {
        u64::from(self.minutes) * MINUTE_MS
    }

    /// Somebody is here: the time without anybody begins anew. A lock that is closed stays so.
    pub fn renew(&mut self, now: u64) {
        if !self.is_locked(now) {
            self.open_until = now + self.idle();
        }
    }

    /// Closes it now.
    pub fn close(&mut self) {
        self.open_until = 0;
    }

    /// Opens it: the passphrase was right.
    pub fn open(&mut self, now: u64) {
        self.tries = Tries::default();
        self.open_until = now + self.idle();
    }

    /// The passphrase was another one; the pause before the next is longer each time.
    pub fn refuse(&mut self, now: u64) {
        self.tries.refuse(now);
    }

    /// How many seconds must pass before the next try.
    #[must_use]
    pub fn pause(&self, now: u64) -> u64 {
        self.tries.pause(now)
    }

    /// The note of it.
    #[must_use]
    pub fn to_text(&self) -> String {
        let Self { open_until, minutes, tries: Tries { wrong, not_before }, check } = self;
        format!("{open_until}{BETWEEN}{minutes}{BETWEEN}{wrong}{BETWEEN}{not_before}{BETWEEN}{check}")
    }

    /// Reads a note; `None` when it is none. A note that was damaged locks nobody out.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut fields = text.split(BETWEEN);
        let mut number = || fields.next()?.parse::<u64>().ok();
        let (open_until, minutes, wrong, not_before) = (number()?, number()?, number()?, number()?);
        let check = fields.next()?.to_owned();
        let [minutes, wrong] = [minutes, wrong].map(|number| u32::try_from(number).ok());
        Some(Self { open_until, minutes: minutes?, tries: Tries { wrong: wrong?, not_before }, check })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_264_327_000;

    fn lock() -> Lock {
        Lock::new("-----BEGIN".to_owned(), 5, NOW)
    }

    #[test]
    fn it_locks_when_nobody_was_here_for_a_while() {
        let mut lock = lock();
        let five = 5 * MINUTE_MS;
        assert!(!lock.is_locked(NOW));
        assert!(!lock.is_locked(NOW + five - 1));
        assert!(lock.is_locked(NOW + five));
        lock.renew(NOW + five - 1);
        assert!(!lock.is_locked(NOW + five));
        lock.renew(NOW + 3 * five);
        assert!(lock.is_locked(NOW + 3 * five), "who comes later does not open it");
        lock.open(NOW + 3 * five);
        assert!(!lock.is_locked(NOW + 3 * five));
        lock.close();
        assert!(lock.is_locked(NOW + 3 * five));
        lock.renew(NOW + 3 * five);
        assert!(lock.is_locked(NOW + 3 * five), "moving the pointer does not open it");
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_keep_it_open() {
        assert!(!lock().is_locked(NOW));
        assert!(lock().is_locked(NOW - 1));
        assert!(lock().is_locked(0));
    }

    #[test]
    fn the_first_page_reads_the_same_from_the_note() {
        assert_eq!(
            LONGEST_IDLE,
            MINUTES.map(|minutes| u64::from(minutes) * MINUTE_MS).into_iter().max().unwrap_or(0)
        );
        let mut lock = Lock { minutes: 30, ..lock() };
        lock.open(NOW);
        for now in [0, NOW - 1, NOW, NOW + 30 * MINUTE_MS - 1, NOW + 30 * MINUTE_MS, u64::MAX] {
            assert_eq!(locks(&lock.to_text(), now), lock.is_locked(now), "{now}");
        }
        lock.close();
        assert!(locks(&lock.to_text(), NOW));
        assert!(!locks("", NOW) && !locks("x", NOW), "what is no note locks nobody out");
    }

    #[test]
    fn after_a_restart_the_newer_note_counts() {
        let open = lock().to_text();
        let renewed = {
            let mut lock = lock();
            lock.renew(NOW + MINUTE_MS);
            lock.to_text()
        };
        let closed = {
            let mut lock = lock();
            lock.close();
            lock.to_text()
        };
        let another = Lock::new("another passphrase".to_owned(), 5, NOW).to_text();
        for (why, kept, noted, counts) in [
            ("the browser lost its own", &open, None, &open),
            ("somebody was here since", &open, Some(&renewed), &renewed),
            ("it was closed at the end", &closed, Some(&renewed), &closed),
            ("it was set up anew at the end", &another, Some(&renewed), &another),
        ] {
            assert_eq!(note_after_restart(kept, noted.map(String::as_str)), counts, "{why}");
        }
    }

    #[test]
    fn after_a_wrong_passphrase_there_is_a_pause() {
        let mut lock = lock();
        lock.refuse(NOW);
        lock.refuse(NOW);
        assert_eq!(lock.pause(NOW), 4);
        assert_eq!(lock.pause(NOW + 4_000), 0);
        lock.open(NOW);
        assert_eq!(lock.pause(NOW), 0);
    }

    #[test]
    fn a_note_comes_back_and_another_is_none() {
        let mut lock = lock();
        lock.refuse(NOW);
        assert_eq!(Lock::from_text(&lock.to_text()), Some(lock));
        for text in [
            "",
            "1",
            "1\u{1f}2\u{1f}3\u{1f}4",
            "x\u{1f}2\u{1f}3\u{1f}4\u{1f}c",
            "1\u{1f}99999999999\u{1f}3\u{1f}4\u{1f}c",
        ] {
            assert_eq!(Lock::from_text(text), None, "{text:?}");
        }
    }
}
