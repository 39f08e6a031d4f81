//! Asks a business calendar without a browser, by the same code as the page: due times, working time, and
//! how they come about.

mod answer;
mod commands;
mod failure;
mod options;

use failure::Failure;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    // Whoever reads it may stop early.
    let print = |text: &str| drop(std::io::stdout().write_all(text.as_bytes()));
    match commands::run(&arguments) {
        Ok(text) => print(&text),
        // What a check finds is its result, so it goes where results go.
        Err(Failure::Found(text)) => {
            print(&text);
            return ExitCode::from(1);
        }
        Err(Failure::None(text)) => return complain(&text, 1),
        Err(Failure::Usage(text)) => return complain(&text, 2),
    }
    ExitCode::SUCCESS
}

fn complain(text: &str, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{}", text.trim_end());
    ExitCode::from(code)
}
