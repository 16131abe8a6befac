//! Addresses as browsers send them: whom a request is for, where it comes from, and which path it asks for.

use std::fmt::Write as _;
use std::net::IpAddr;

/// Whether a request's `Host` names this server. A page elsewhere whose name was made to lead here (DNS rebinding) sends
/// its own name.
pub(super) fn is_own_host(host: &str, bound: IpAddr) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((name, port)) if is_port(port) => name,
            _ => return false,
        },
        None => {
            let (name, port) = host.find(':').map_or((host, ""), |at| host.split_at(at));
            if !is_port(port) {
                return false;
            }
            name
        }
    };
    if name.eq_ignore_ascii_case("localhost") {
        return true;
    }
    // No name can be made to lead to a number, so a server on all addresses may be called by any of them.
    name.parse::<IpAddr>().is_ok_and(|name| name == bound || name.is_loopback() || bound.is_unspecified())
}

fn is_port(text: &str) -> bool {
    text.is_empty() || text.strip_prefix(':').is_some_and(|port| port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A request's path, decoded once; nothing for what no browser asks of a site by itself: broken escapes, parts that lead
/// upwards, separators and drives of other systems, control characters.
pub(super) fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let (high, low) = (hex(rest.next()?)?, hex(rest.next()?)?);
        bytes.push(high * 16 + low);
    }
    let path = String::from_utf8(bytes).ok()?;
    let bad = !path.starts_with('/')
        || path.contains('\\')
        || path.chars().any(char::is_control)
        || path.split('/').any(|part| part == "." || part == ".." || part.contains(':') && part.len() == 2);
    (!bad).then_some(path)
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// A path as it stands in an address (RFC 3986).
pub(super) fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The media type of a file by its name. Text is in UTF-8, as everything that the program writes.
pub(super) fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "" if name == "_headers" => "text/plain; charset=utf-8",
        "" if name.is_empty() => "text/html; charset=utf-8",
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "rdf" => "application/rdf+xml; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "wasm" => "application/wasm",
        "zip" => "application/zip",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_its_own_hosts() {
        let cases = [
            ("localhost", true),
            ("LOCALHOST:4711", true),
            ("127.0.0.1:4711", true),
            ("127.0.0.2", true),
            ("[::1]:4711", true),
            ("192.168.0.7:4711", false),
            ("evil.example", false),
            ("localhost.evil.example", false),
            ("127.0.0.1.evil.example:4711", false),
            ("localhost:4711@evil.example", false),
            ("[::1", false),
            ("[::1]evil", false),
            ("", false),
        ];
        for (host, expected) in cases {
            assert_eq!(is_own_host(host, IpAddr::from([127, 0, 0, 1])), expected, "{host}");
        }
        assert!(is_own_host("192.168.0.7:4711", IpAddr::from([0, 0, 0, 0])));
        assert!(is_own_host("192.168.0.7:4711", IpAddr::from([192, 168, 0, 7])));
        assert!(!is_own_host("evil.example", IpAddr::from([0, 0, 0, 0])));
    }

    #[test]
    fn decodes_paths() {
        let cases = [
            ("/", Some("/")),
            ("/a%20b/%C3%A5/", Some("/a b/å/")),
            ("/a:b/", Some("/a:b/")),
            ("/%2e%2e/x", None),
            ("/a/../b", None),
            ("/a%00", None),
            ("/a%5cb", None),
            ("/C:/x", None),
            ("/%zz", None),
            ("/%c3", None),
            ("/%", None),
            ("x", None),
        ];
        for (path, expected) in cases {
            assert_eq!(decode(path).as_deref(), expected, "{path}");
        }
        assert_eq!(encode("/å b?#"), "/%C3%A5%20b%3F%23");
    }
}
