use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long a request may take that nobody waits for.
const FAREWELL: Duration = Duration::from_secs(10);

/// A program that says on its output on which port it listens, and ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Listener {
    child: Child,
    port: u16,
}

impl Listener {
    /// Starts the program and waits until its output has the given words, and a port after them.
    pub(crate) fn start(command: &mut Command, words: &str) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let child = started
            .unwrap_or_else(|error| panic!("{name} does not start: {error}. Run tools/setup.sh test."));
        let mut listener = Self { child, port: 0 };
        let mut output = BufReader::new(listener.child.stdout.take().expect("its output is ours"));
        let mut said = String::new();
        while listener.port == 0 {
            let begun = said.len();
            let read = output.read_line(&mut said).unwrap_or(0);
            assert!(read > 0, "{name} ended before it said '{words}':\n{said}");
            listener.port = port_after(&said[begun..], words);
        }
        // Whoever stops listening would stop the program when it speaks next.
        std::thread::spawn(move || output.read_to_end(&mut Vec::new()));
        listener
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
