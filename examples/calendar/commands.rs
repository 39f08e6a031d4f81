use super::answer;
use super::failure::Failure;
use super::options::Options;

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

/// What a command prints when it is done.
pub(crate) fn run(arguments: &[&str]) -> Result<String, Failure> {
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
