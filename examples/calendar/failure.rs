/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What a check found: its result.
    Found(String),
    /// A file is not right, or there is no such time.
    None(String),
    /// Wrong usage.
    Usage(String),
}
