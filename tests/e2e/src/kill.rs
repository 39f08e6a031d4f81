//! The end of a browser without a word: all its processes at once, as when the machine's memory
//! runs out or somebody's patience does. It is no power cut: what the operating system was given
//! it still has.

use crate::{GLANCE, PATIENCE, Profile, Screen};
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

impl Screen {
    /// Does some work, but only until a moment; gives whether it was still going on then.
    pub async fn until_struck(after: Duration, work: impl Future<Output = ()>) -> bool {
        tokio::select! {
            biased;
            () = tokio::time::sleep(after) => true,
            () = work => false,
        }
    }

    /// Ends every process of the browser at once. None of them gets to do anything any more.
    pub fn kill(self, profile: &Profile) {
        let processes = profile.processes();
        assert!(!processes.is_empty(), "there is no browser to end");
        let ids: Vec<String> = processes.iter().map(ToString::to_string).collect();
        let shell = Command::new("sh").arg("-c").arg(format!("kill -9 {}", ids.join(" "))).status();
        assert!(shell.is_ok(), "'sh' runs");
        // There is no session left that could be closed.
        let _ = self.driver.clone().leak();
        drop(self);
        let begun = Instant::now();
        while processes.iter().any(|id| is_alive(*id)) {
            assert!(begun.elapsed() < PATIENCE, "the browser is still alive");
            std::thread::sleep(GLANCE / 10);
        }
    }
}

impl Profile {
    /// The processes of the browser that has this memory open: the first is the one that began
    /// the others.
    fn processes(&self) -> Vec<u32> {
        let memory = format!("--user-data-dir={}", self.memory().display());
        let all: Vec<u32> = fs::read_dir("/proc")
            .expect("a system with /proc")
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .collect();
        let began = |id: &u32| {
            let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
            let line = String::from_utf8_lossy(&line);
            // The driver's own line names no memory; a child's says of which type it is.
            line.contains(&memory) && !line.contains("--type=") && !line.contains("crashpad")
        };
        let parents: Vec<(u32, u32)> = all.iter().filter_map(|id| Some((*id, parent(*id)?))).collect();
        let mut found: Vec<u32> = all.iter().filter(|id| began(id)).copied().collect();
        let mut seen = 0;
        while seen < found.len() {
            let of = found[seen];
            found.extend(
                parents
                    .iter()
                    .filter(|(id, parent)| *parent == of && !found.contains(id))
                    .map(|(id, _)| *id)
                    .collect::<Vec<_>>(),
            );
            seen += 1;
        }
        found
    }
}

/// What `/proc` says of a process behind its name: its state and its parent.
fn stat(id: u32) -> Option<(String, u32)> {
    let line = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, rest) = line.rsplit_once(')')?;
    let mut fields = rest.split_whitespace();
    Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
}

fn parent(id: u32) -> Option<u32> {
    stat(id).map(|(_, parent)| parent)
}

/// Whether a process can still do something: one that only waits to be noticed cannot.
fn is_alive(id: u32) -> bool {
    stat(id).is_some_and(|(state, _)| state != "Z" && state != "X")
}
