//! The disk under a folder, as far as the system tells.

use std::fs;
use std::path::Path;

/// "ext4 on /dev/vda (virtual disk)"; empty where it is not known.
pub(crate) fn under(folder: &Path) -> String {
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let folder = folder.canonicalize().unwrap_or_default();
    let Some((system, device)) = mounted(&mounts, &folder) else { return String::new() };
    let name = device.rsplit('/').next().unwrap_or_default();
    let rotates = fs::read_to_string(format!("/sys/class/block/{name}/../queue/rotational"))
        .or_else(|_| fs::read_to_string(format!("/sys/class/block/{name}/queue/rotational")));
    let kind = match rotates.unwrap_or_default().trim() {
        // A virtual disk says that it rotates, whatever is under it.
        _ if name.starts_with("vd") || name.starts_with("xvd") => " (virtual disk)",
        _ if name.starts_with("nvme") => " (NVMe)",
        "0" => " (SSD)",
        "1" => " (hard disk)",
        _ => "",
    };
    format!("{system} on {device}{kind}")
}

/// File system and device of the mount that holds the folder: the longest of those that lead to it.
fn mounted(mounts: &str, folder: &Path) -> Option<(String, String)> {
    let of_line = |line: &str| {
        let (before, after) = line.split_once(" - ")?;
        let point = before.split(' ').nth(4)?.replace("\\040", " ");
        let mut after = after.split(' ');
        let (system, device) = (after.next()?.to_owned(), after.next()?.to_owned());
        folder.starts_with(&point).then_some((point.len(), system, device))
    };
    // Of two on the same point the later one hides the earlier.
    let (_, system, device) = mounts.lines().filter_map(of_line).max_by_key(|(length, ..)| *length)?;
    Some((system, device))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::mounted;

    #[test]
    fn the_longest_mount_point_holds_the_folder() {
        let mounts = "27 1 254:0 / / rw - ext4 /dev/vda rw\n28 27 0:9 / /data rw,x shared:1 - btrfs /dev/sdb2 rw\n29 27 0:8 / /da rw - tmpfs none rw\n";
        let of = |folder: &str| mounted(mounts, Path::new(folder)).unwrap_or_default();
        assert_eq!(of("/data/target"), ("btrfs".into(), "/dev/sdb2".into()));
        assert_eq!(of("/database"), ("ext4".into(), "/dev/vda".into()));
        assert_eq!(mounted("", Path::new("/")), None);
    }
}
