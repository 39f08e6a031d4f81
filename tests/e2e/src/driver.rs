use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

/// A program that says on its output where it listens, and ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Listener {
    child: Child,
    /// What follows the words that were waited for, up to the end of the line.
    pub(crate) address: String,
}

impl Listener {
    /// Starts the program and waits until its output has the given words.
    pub(crate) fn start(command: &mut Command, words: &str) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = started.unwrap_or_else(|error| panic!("{name} does not start: {error}. Run tools/setup.sh test."));
        let mut output = BufReader::new(child.stdout.take().expect("its output is ours"));
        let mut said = String::new();
        let address = loop {
            let begun = said.len();
            if output.read_line(&mut said).unwrap_or(0) == 0 {
                let _ = child.kill();
                panic!("{name} ended before it said '{words}':\n{said}");
            }
            if let Some((_, rest)) = said[begun..].split_once(words) {
                break rest.trim().to_owned();
            }
        };
        // Whoever stops listening would stop the program when it speaks next.
        std::thread::spawn(move || output.read_to_end(&mut Vec::new()));
        Self { child, address }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
