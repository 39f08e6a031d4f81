//! Asks a business calendar without a browser, by the same code as the page: due times, working time, and
//! how they come about.

mod answer;
mod failure;
mod options;

use failure::Failure;
use options::Options;
use std::io::Write;
use std::process::ExitCode;

const USAGE: &str = "\
Usage: calendar COMMAND CALENDAR [OPTIONS]

  due --from TIME --minutes N      when so many working minutes have passed, and its spans, as JSON
  between --from TIME --to TIME    the working minutes between two times, as JSON
  explain --from TIME --to TIME    the spans between two times, as JSON
  days --from TIME --days N        the close of the working day so many working days later, as JSON
  opening --from TIME              the first time from then on at which the shop is open, as JSON
  show                             print the calendar's file
  check                            a line for each thing that is odd; exit 1 if there is any
  list FILE                        the days of a pasted list or an iCalendar file, as JSON; no CALENDAR

CALENDAR is --calendar FILE, or --builtin CN|TW|HK: the official days of mainland China, Taiwan or
Hong Kong with the hours 09:00-12:00 and 13:00-18:00 from Monday to Friday.
TIME is 2026-02-13T16:30 in the calendar's zone. --pause TIME/TIME leaves a time out, and may come several
times; without its second TIME it lasts.

Exit code: 0 done; 1 the file has problems, or there is no such time; 2 wrong usage.
";

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(text) => {
            // Whoever reads it may stop early.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(failure) => {
            let (text, code) = match failure {
                Failure::Found(text) => {
                    let _ = std::io::stdout().write_all(text.as_bytes());
                    return ExitCode::from(1);
                }
                Failure::None(text) => (text, 1),
                Failure::Usage(text) => (text, 2),
            };
            let _ = writeln!(std::io::stderr(), "{}", text.trim_end());
            ExitCode::from(code)
        }
    }
}

/// What a command prints when it is done.
fn run(arguments: &[&str]) -> Result<String, Failure> {
    let (command, rest) = match arguments {
        ["help" | "--help" | "-h"] => return Ok(USAGE.to_owned()),
        ["list", file] => return answer::list(file),
        [command, rest @ ..] => (*command, rest),
        [] => return Err(Failure::Usage(USAGE.to_owned())),
    };
    let options = || Options::read(rest);
    match command {
        "due" => answer::due(&options()?),
        "between" => answer::between(&options()?),
        "explain" => answer::explain(&options()?),
        "days" => answer::days(&options()?),
        "opening" => answer::opening(&options()?),
        "show" => answer::show(&options()?),
        "check" => answer::check(&options()?),
        _ => Err(Failure::Usage(format!("There is no command {command:?}; `help` lists them."))),
    }
}
