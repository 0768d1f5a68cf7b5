//! Keys that sign: from a file that only its owner can read, or a development address.

use crate::chain::{AccountId, ChainConfig, Hash};
use codec::Encode;
use std::{
	fs::{File, OpenOptions},
	io::{Read, Write},
	path::{Path, PathBuf},
	str::FromStr,
};
use subxt::{transactions::Signer, utils::MultiSignature};
use subxt_signer::{sr25519::Keypair, SecretUri};

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
	/// Neither a file nor a development address was given.
	#[error("no key given")]
	Missing,
	/// A file that cannot be read or written.
	#[error("{path}: {reason}", path = .path.display())]
	File {
		/// Which.
		path: PathBuf,
		/// Why not.
		reason: std::io::Error,
	},
	/// A key file that is there already is not overwritten.
	#[error("{} exists", .0.display())]
	Exists(PathBuf),
	/// A key file that others can read.
	#[error("{} can be read by others", .0.display())]
	Exposed(PathBuf),
	/// Not a secret address, phrase or 32 bytes in hexadecimal.
	#[error("not a key")]
	Malformed,
	/// The operating system gives no random bytes.
	#[error("no randomness")]
	NoRandomness,
}

/// What an account signs to act for a party, in front of the genesis hash.
const ACCOUNT_TAG: &[u8; 15] = b"tanpiao/account";

/// A key that signs transactions and statements.
#[derive(Clone)]
pub struct Key {
	pair: Keypair,
	account: AccountId,
}

impl Key {
	/// A development address such as `//Forestry`, or else the path of a key file.
	pub fn open(key: &str) -> Result<Self, KeyError> {
		if is_development(key) {
			Self::from_secret(key)
		} else {
			Self::from_file(Path::new(key))
		}
	}

	/// From a secret address, a phrase, or 32 bytes in hexadecimal.
	pub fn from_secret(secret: &str) -> Result<Self, KeyError> {
		let secret = secret.trim();
		// Without a phrase the address would mean the public development phrase: only where its
		// two slashes say so.
		if secret.is_empty() || (secret.starts_with('/') && !is_development(secret)) {
			return Err(KeyError::Malformed);
		}
		let is_bare_seed = secret.len() == 64 && secret.bytes().all(|b| b.is_ascii_hexdigit());
		let uri = if is_bare_seed { format!("0x{secret}") } else { secret.to_string() };
		let uri = SecretUri::from_str(&uri).map_err(|_| KeyError::Malformed)?;
		let pair = Keypair::from_uri(&uri).map_err(|_| KeyError::Malformed)?;
		let account = AccountId::from(pair.public_key().0);
		Ok(Self { pair, account })
	}

	/// From a file that nobody but its owner can read.
	pub fn from_file(path: &Path) -> Result<Self, KeyError> {
		Self::from_secret(&read_private(path)?)
	}

	/// Makes a key and writes its seed to a new file that only its owner can read.
	pub fn create(path: &Path) -> Result<Self, KeyError> {
		let mut seed = [0; 32];
		getrandom::fill(&mut seed).map_err(|_| KeyError::NoRandomness)?;
		let secret = format!("0x{}\n", hex::encode(seed));
		write_private(path, secret.as_bytes())?;
		Self::from_secret(&secret)
	}

	/// The account that it signs for.
	pub fn account(&self) -> &AccountId {
		&self.account
	}

	/// Its public key.
	pub fn public_key(&self) -> [u8; 32] {
		self.pair.public_key().0
	}

	/// Signs a statement.
	pub fn sign(&self, message: &[u8]) -> MultiSignature {
		MultiSignature::Sr25519(self.pair.sign(message).0)
	}

	/// Signs that its account may act for `party`, good before block `valid_until`.
	pub fn sign_account(&self, genesis: Hash, party: u32, valid_until: u32) -> MultiSignature {
		self.sign(&account_payload(genesis, party, &self.account, valid_until))
	}
}

impl Signer<ChainConfig> for Key {
	fn account_id(&self) -> AccountId {
		self.account
	}

	fn sign(&self, payload: &[u8]) -> MultiSignature {
		Key::sign(self, payload)
	}
}

/// Whether it is an address under the public development phrase, such as `//Forestry`.
fn is_development(secret: &str) -> bool {
	secret.strip_prefix("//").is_some_and(|path| !path.is_empty() && !path.starts_with('/'))
}

/// What an account signs to act for a party: 15 bytes of tag, the genesis hash, the party's number,
/// the account and the first block in which the signature is not good any more, integers
/// little-endian.
pub fn account_payload(
	genesis: Hash,
	party: u32,
	account: &AccountId,
	valid_until: u32,
) -> Vec<u8> {
	(ACCOUNT_TAG, genesis.0, party, account.0, valid_until).encode()
}

/// Reads a secret from a file, unless others can read it too.
pub fn read_private(path: &Path) -> Result<String, KeyError> {
	let failed = |reason| KeyError::File { path: path.to_path_buf(), reason };
	let mut file = File::open(path).map_err(failed)?;
	let metadata = file.metadata().map_err(failed)?;
	// Nobody is told to change a directory's permissions.
	if metadata.is_dir() {
		return Err(failed(std::io::ErrorKind::IsADirectory.into()));
	}
	#[cfg(unix)]
	{
		use std::os::unix::fs::PermissionsExt;
		let mode = metadata.permissions().mode();
		if mode & 0o077 != 0 {
			return Err(KeyError::Exposed(path.to_path_buf()));
		}
	}
	let mut secret = String::new();
	file.read_to_string(&mut secret).map_err(failed)?;
	Ok(secret)
}

/// Writes a new file that only its owner can read.
pub fn write_private(path: &Path, content: &[u8]) -> Result<(), KeyError> {
	let mut options = OpenOptions::new();
	options.write(true).create_new(true);
	#[cfg(unix)]
	{
		use std::os::unix::fs::OpenOptionsExt;
		options.mode(0o600);
	}
	let written = options.open(path).and_then(|mut file| file.write_all(content));
	written.map_err(|reason| match reason.kind() {
		std::io::ErrorKind::AlreadyExists => KeyError::Exists(path.to_path_buf()),
		_ => KeyError::File { path: path.to_path_buf(), reason },
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use subxt_signer::sr25519::{verify, PublicKey, Signature};

	struct Scratch(PathBuf);

	impl Scratch {
		fn new(name: &str) -> Self {
			let path = std::env::temp_dir().join(format!("tanpiao-{name}-{}", std::process::id()));
			std::fs::create_dir_all(&path).unwrap();
			Self(path)
		}
	}

	impl Drop for Scratch {
		fn drop(&mut self) {
			let _ = std::fs::remove_dir_all(&self.0);
		}
	}

	#[test]
	fn a_development_address_is_the_well_known_account() {
		let alice = Key::open("//Alice").unwrap();
		assert_eq!(alice.account().to_string(), "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY");
		assert!(Key::open("//Forestry//council").is_ok());
	}

	#[test]
	fn a_created_key_is_private_and_reads_back() {
		let scratch = Scratch::new("create");
		let path = scratch.0.join("key");
		let key = Key::create(&path).unwrap();
		assert_eq!(Key::open(path.to_str().unwrap()).unwrap().account(), key.account());
		assert!(matches!(Key::create(&path), Err(KeyError::Exists(_))));
		#[cfg(unix)]
		{
			use std::os::unix::fs::PermissionsExt;
			let mode = std::fs::metadata(&path).unwrap().permissions().mode();
			assert_eq!(mode & 0o777, 0o600);
			for shared in [0o640, 0o604, 0o660] {
				std::fs::set_permissions(&path, PermissionsExt::from_mode(shared)).unwrap();
				assert!(matches!(Key::from_file(&path), Err(KeyError::Exposed(_))));
			}
		}
	}

	#[test]
	fn seeds_phrases_and_addresses_are_read_and_nothing_else() {
		let seed = "e5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";
		let bare = Key::from_secret(seed).unwrap();
		let marked = Key::from_secret(&format!("0x{seed}\n")).unwrap();
		assert_eq!(bare.account(), marked.account());
		assert_eq!(hex::encode(bare.public_key()).get(..8), Some("d43593c7"));
		for bad in ["", " \n", "//", "///", "/Alice", "0x00", "twelve words that are none"] {
			assert!(Key::from_secret(bad).is_err(), "{bad:?}");
		}
		assert!(matches!(Key::open("/nonexistent/key"), Err(KeyError::File { .. })));
		let scratch = Scratch::new("directory");
		assert!(matches!(Key::from_file(&scratch.0), Err(KeyError::File { .. })));
	}

	#[test]
	fn an_account_signs_for_one_party_of_one_chain() {
		let key = Key::open("//Sanming//Changkou").unwrap();
		let genesis = Hash::repeat_byte(7);
		let payload = account_payload(genesis, 12, key.account(), 900);
		assert_eq!(payload.len(), 15 + 32 + 4 + 32 + 4);
		assert_eq!(payload.get(47..51), Some([12, 0, 0, 0].as_slice()));
		let MultiSignature::Sr25519(signature) = key.sign_account(genesis, 12, 900) else {
			panic!("another scheme of signatures")
		};
		let signed =
			|payload: Vec<u8>| verify(&Signature(signature), payload, &PublicKey(key.public_key()));
		assert!(signed(payload));
		assert!(!signed(account_payload(Hash::repeat_byte(8), 12, key.account(), 900)));
		assert!(!signed(account_payload(genesis, 13, key.account(), 900)));
	}
}
