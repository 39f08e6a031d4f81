//! Which of a device's own files are joined into one, so that they never become many and nothing
//! is written again and again.

use super::FileId;

/// So many files may lie beside each other.
const FEW: usize = 12;
/// What is larger together is left as it is: it was joined often enough.
const LARGE: u64 = 48 * 1024 * 1024;

/// A file that this device wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnFile {
    /// Which.
    pub id: FileId,
    /// How many bytes it has.
    pub size: u64,
}

/// The files that are to become one: the smallest, as long as the next is not far larger than all
/// before it together. So each byte is written again only when it comes to lie among twice as many.
#[must_use]
pub fn to_join(mut files: Vec<OwnFile>) -> Vec<OwnFile> {
    if files.len() <= FEW {
        return Vec::new();
    }
    files.sort_by(|a, b| (a.size, &a.id).cmp(&(b.size, &b.id)));
    let (mut sum, mut count) = (0_u64, 0);
    for file in &files {
        if count >= 2 && (file.size > sum.saturating_mul(2) || sum + file.size > LARGE) {
            break;
        }
        sum += file.size;
        count += 1;
    }
    if sum > LARGE {
        return Vec::new();
    }
    files.truncate(count);
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::DeviceId;

    fn file(number: u32, size: u64) -> OwnFile {
        OwnFile { id: FileId::of(DeviceId::from_random(1), "abcd", number, &number.to_le_bytes()), size }
    }

    #[test]
    fn few_files_stay() {
        assert_eq!(to_join((0..12).map(|n| file(n, 100)).collect()), []);
    }

    #[test]
    fn small_ones_are_joined_and_the_large_one_stays() {
        let mut files: Vec<_> = (0..12).map(|n| file(n, 100)).collect();
        files.push(file(12, 1_000_000));
        let joined = to_join(files);
        assert_eq!(joined.len(), 12);
        assert!(joined.iter().all(|file| file.size == 100));
    }

    #[test]
    fn huge_files_are_left_alone() {
        assert_eq!(to_join((0..20).map(|n| file(n, LARGE)).collect()), []);
    }

    /// Ten thousand saves: never many files, and each byte written but a few times.
    #[test]
    fn a_year_of_saves_is_cheap() {
        let (mut files, mut written, mut made) = (Vec::new(), 0_u64, 0_u64);
        for number in 0..10_000 {
            let size = 500 + u64::from(number % 7) * 300;
            (written, made) = (written + size, made + size);
            files.push(file(number, size));
            let joined = to_join(files.clone());
            if !joined.is_empty() {
                let size = joined.iter().map(|file| file.size).sum();
                written += size;
                files.retain(|file| !joined.contains(file));
                files.push(file(100_000 + number, size));
            }
            assert!(files.len() <= FEW, "{}", files.len());
        }
        assert!(written < made * 8, "{written} of {made}");
    }
}
