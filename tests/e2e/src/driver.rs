use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long a request may take that nobody waits for.
const FAREWELL: Duration = Duration::from_secs(10);

/// How often a program is started that ends at once.
const STARTS: usize = 5;

/// A program that says on its output on which port it listens, and ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Listener {
    child: Child,
    port: u16,
}

impl Listener {
    /// Starts the program and waits until its output has the given words, and a port after them.
    /// A driver takes any port of one kind of address that is free, and gives up when another
    /// program has it with the other kind: then it is started again.
    pub(crate) fn start(command: &mut Command, words: &str) -> Self {
        let mut said = String::new();
        for _ in 0..STARTS {
            match Self::try_start(command, words) {
                Ok(listener) => return listener,
                Err(output) => said = output,
            }
        }
        panic!("{} ended before it said '{words}':\n{said}", name(command));
    }

    /// What the program said when it ended without the words.
    fn try_start(command: &mut Command, words: &str) -> Result<Self, String> {
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let child = started.unwrap_or_else(|error| {
            panic!("{} does not start: {error}. Run tools/setup.sh test.", name(command))
        });
        let mut listener = Self { child, port: 0 };
        let mut output = BufReader::new(listener.child.stdout.take().expect("its output is ours"));
        let mut said = String::new();
        while listener.port == 0 {
            let begun = said.len();
            if output.read_line(&mut said).unwrap_or(0) == 0 {
                return Err(said);
            }
            listener.port = port_after(&said[begun..], words);
        }
        // Whoever stops listening would stop the program when it speaks next.
        std::thread::spawn(move || output.read_to_end(&mut Vec::new()));
        Ok(listener)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Asks it over HTTP to delete something, and waits for the answer.
    pub(crate) fn delete(&self, path: &str) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(FAREWELL))?;
        write!(
            stream,
            "DELETE {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        stream.read(&mut [0; 512]).map(drop)
    }
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn port_after(line: &str, words: &str) -> u16 {
    let digits = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    line.split_once(words).and_then(|(_, rest)| digits(rest).parse().ok()).unwrap_or(0)
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Scratch;

    /// A program that finds its port taken so many times, and then listens.
    fn taken(times: usize, folder: &Scratch) -> Command {
        let mut command = Command::new("sh");
        let tries = folder.file("tries");
        std::fs::write(&tries, "").expect("a file can be written");
        command.arg("-c").arg(format!(
            "echo >>'{0}'; [ $(wc -l <'{0}') -gt {times} ] || {{ echo 'port not available'; exit 1; }}; echo 'on port 80'",
            tries.display()
        ));
        command
    }

    #[test]
    fn a_program_whose_port_was_taken_is_started_again() {
        let folder = Scratch::new("driver");
        assert_eq!(Listener::start(&mut taken(STARTS - 1, &folder), "on port ").port(), 80);
    }

    #[test]
    #[should_panic(expected = "port not available")]
    fn a_program_that_never_listens_is_told_with_what_it_said() {
        let folder = Scratch::new("driver");
        Listener::start(&mut taken(STARTS, &folder), "on port ");
    }
}
