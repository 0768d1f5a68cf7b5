//! The offices of both presets.
//!
//! Public keys are constants because presets are also built where nothing derives keys: each is that
//! of the development phrase at `//` and the office's code with one capital (`//Forestry`), followed
//! by `//council`, `//validator`, `//aura` or `//grandpa`. A test derives them all.

use sp_core::hex2array;
use tanpiao_support::Roles;

/// A public key, or the account of one.
pub type Key = [u8; 32];

/// One department or institution.
pub struct OfficeSpec {
	/// What duties and clients call it.
	pub code: &'static str,
	/// Its names in Chinese and English.
	pub names: (&'static str, &'static str),
	/// What its operator may do.
	pub roles: Roles,
	/// The account that signs for its duties; sr25519.
	pub operator: Key,
	/// What it has besides if it is one of the four that sit in the council and run the chain.
	pub department: Option<Department>,
}

/// What a department has besides an operator.
pub struct Department {
	/// Its account in the council; sr25519.
	pub council: Key,
	/// The account that names its validator; sr25519.
	pub validator: Key,
	/// Seals its blocks; sr25519.
	pub aura: Key,
	/// Votes on finality for it; ed25519.
	pub grandpa: Key,
}

/// Every office that holds a duty in Weihai or Heshan (W4, H4). The same ones serve both schemes, as a stand-in: in truth
/// each city has its own.
pub const OFFICES: [OfficeSpec; 11] = [
	OfficeSpec {
		code: "FORESTRY",
		names: ("林业局", "Forestry Bureau"),
		roles: Roles::OPERATOR,
		operator: hex2array!("0c52368db864a3ebc11cb6c2244679b46cc021b8be1548f28718be69c53e237d"),
		department: Some(Department {
			council: hex2array!("64ffb1763e22a33c679efe8aae03c9e0c350a09af2b7555791d3360f81254c47"),
			validator: hex2array!(
				"c4226c23e5d44a4edf6225af7ea15aa7782bb1b880701d7c65294e0978797d54"
			),
			aura: hex2array!("0afd4e1812e19ecfc691855650464678ccd66c2c6e8d4e72145e05e652c87f01"),
			grandpa: hex2array!("6cfc1ddb487e8f3888c0e8850f29951c861f1cdd6fb9c167ce6b92647ef19127"),
		}),
	},
	OfficeSpec {
		code: "ECOLOGY",
		names: ("生态环境局", "Ecology and Environment Bureau"),
		roles: Roles::OPERATOR,
		operator: hex2array!("d6e8b6282b755bd54e0dd330d67e443ae11cdc54896b6065dfb9af166ca39027"),
		department: Some(Department {
			council: hex2array!("a2d38475aea97b1af44be6bd89792d07b9bb275c9898a31ab9f827ff25482814"),
			validator: hex2array!(
				"5400379db1b774a7fd5ac8af5c2079ece594bf6e2023d7953bfff380ed37b738"
			),
			aura: hex2array!("382091d363607827e1d0780c40e4f1836528aafdcc07198a2705bb212405630a"),
			grandpa: hex2array!("b1abe812608871befdd24c513f7e827570977b3b076ddfc87029607fe72415c6"),
		}),
	},
	OfficeSpec {
		code: "DRC",
		names: ("发展和改革委员会", "Development and Reform Commission"),
		roles: Roles::OPERATOR,
		operator: hex2array!("366a6a93c2752cc9ff3ac7c28c377c815b5284a7885e4593af9f774f32f2b50f"),
		department: Some(Department {
			council: hex2array!("7444deb091af21f3c04abec08a18dae26a3f280bf4a1a97f20f9e9e223e76032"),
			validator: hex2array!(
				"0ed2a1dc4cd663396862e531c0835b777af2a098445c46438985e769b14b7f0f"
			),
			aura: hex2array!("ee8b1509b13a7de851e88a8d1d8794eb9cc4eb6e67f99eecbfc94cada1e75f2f"),
			grandpa: hex2array!("dcde76e22968504d550a8cdacc632ba8fd75154502aec1b6423b80775873696c"),
		}),
	},
	OfficeSpec {
		code: "FINANCE",
		names: ("金融监管部门", "Financial Regulator"),
		roles: Roles::OPERATOR,
		operator: hex2array!("3c20560d2b5ba39bf04193c6c454b269416a44dd2155d1870b3132fc0041ae6f"),
		department: Some(Department {
			council: hex2array!("c8b2d87afc9028c4479d808ba3c211d018eb7b3deac2be14bd7abd378c15b30d"),
			validator: hex2array!(
				"2ab3e68827f445a87e5e7be2e313adfb2760e496546ec47ca0372e495bf76e7b"
			),
			aura: hex2array!("3c0606003a57b0c6fd11abc69de5afe600e1ce0d3802d1b321cc7dfab0be592e"),
			grandpa: hex2array!("1b7ed035610900e8d782e79b913273ffae59a552de7a72914b3ca70722333672"),
		}),
	},
	OfficeSpec {
		code: "COUNTY",
		names: ("县级林业主管部门", "County Forestry Department"),
		roles: Roles::OPERATOR,
		operator: hex2array!("3e973076b04757de1c9b7df17f0c02b7a64a026aafd7689f7678491d68611371"),
		department: None,
	},
	OfficeSpec {
		code: "MEASURE",
		names: ("第三方监测机构", "Third-party Measuring Institution"),
		roles: Roles::OPERATOR,
		operator: hex2array!("36445bccfa5a53e74a3e20a5024e4e46474b9d2cc1ad182440e8e881737db911"),
		department: None,
	},
	OfficeSpec {
		code: "EXPERTS",
		names: ("专家组", "Expert Panel"),
		roles: Roles::OPERATOR,
		operator: hex2array!("18ef7223438775aa94fe02156f7dca4d5d8923961551a05cfd6ac060f9f84520"),
		department: None,
	},
	OfficeSpec {
		code: "PLATFORM",
		names: ("公共资源交易平台", "Public Resource Trading Platform"),
		roles: Roles::PLATFORM.and(Roles::OPERATOR),
		operator: hex2array!("649be6fc38c43e25cbcad1c1d473cbe698f5c985901dc7b0dc3a4498a0f25f65"),
		department: None,
	},
	OfficeSpec {
		code: "CENTRE",
		names: ("碳汇交易综合服务中心", "Carbon-sink Trading Service Centre"),
		roles: Roles::OPERATOR,
		operator: hex2array!("1459cfc4176a822fc1259d934d33db9bcdba4a7dcb3637faa5c8844b81e95a72"),
		department: None,
	},
	OfficeSpec {
		code: "NATRES",
		names: ("自然资源局", "Natural Resources Bureau"),
		roles: Roles::OPERATOR,
		operator: hex2array!("06e925e1788ac3a21bd3d2107c6b6ddc4d6aa7aba588b49908eb5e54eeb03c0b"),
		department: None,
	},
	OfficeSpec {
		code: "DISTRICT",
		names: ("区人民政府", "District People's Government"),
		roles: Roles::OPERATOR,
		operator: hex2array!("1e1e3ee60ca0958d3b3325d7c94d6269ac1e2181ea8f8c1fd7b44d0543dcaf32"),
		department: None,
	},
];
