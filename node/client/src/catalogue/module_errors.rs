//! Module errors, as sentences that a clerk understands.

use super::{keyed, look_up, Text};

/// The sentence for an error of a module; `None`: the catalogue does not know it.
pub fn sentence(module: &str, error: &str) -> Option<Text> {
	let (_, errors) = MODULES.iter().find(|(name, _)| *name == module)?;
	look_up(errors, error)
}

keyed! {
	/// Errors by module, under the names that the runtime gives both.
	MODULES

	Schemes {
		UnknownScheme: "没有这个管理办法。", "There is no such scheme.";
		UnknownOffice: "没有这个机构。", "There is no such office.";
		UnknownParty: "没有登记过这个当事人。", "No such party is registered.";
		InvalidCode: "代码有误：管理办法为 2 至 8 个大写字母，机构为 1 至 16 个大写字母或数字。",
			"The code is wrong: a scheme's is 2 to 8 capitals, an office's 1 to 16 capitals or digits.";
		CodeTaken: "这个代码已被使用。", "This code is taken.";
		InvalidText: "文字不是 UTF-8 编码，首尾有空白，或含有不可见字符。",
			"A text is not UTF-8, has white space around it or a character in it that cannot be seen.";
		BlankText: "文字不能为空。", "A text must not be blank.";
		InvalidValidity: "有效期有误：截止日须晚于起始日。",
			"The validity is wrong: it must end after it begins.";
		NoEcosystem: "没有选定生态系统类型，或类型不存在。",
			"No kind of ecosystem is chosen, or it does not exist.";
		InvalidBounds: "坐标范围有误：须有面积且在地球上。",
			"The bounding box is wrong: it needs an inside and lies on the globe.";
		InvalidPeriods: "等待期限至少为一天。", "Each waiting time is at least a day.";
		RepeatedOffice: "同一机构写了两次。", "An office is named twice.";
		OfficeInactive: "该机构已停用，不能办理业务。", "The office is closed and may not act.";
		DutyNotHeld: "该机构不承担办理此事的职责。", "The office does not hold the duty that this takes.";
		JointDuty: "此事须由几个机构会同办理，一家签署不够。",
			"Several offices do this together; one signature is not enough.";
		AccountTaken: "该账户已代表某个机构或当事人。", "The account already acts for an office or a party.";
		UnknownAccount: "该账户不代表任何机构或当事人。", "The account acts for nobody.";
		NotAnOfficeAccount: "该账户属于当事人，不属于机构。", "The account is a party's, not an office's.";
		InvalidRoles: "没有给账户选定角色，或角色不存在。", "No role is chosen for the account, or it does not exist.";
		TooManyAccounts: "该机构的账户数已达上限。", "The office has as many accounts as it may have.";
		SeatTaken: "该机构的理事会席位已由另一账户占有。", "Another account has the office's council seat.";
		ValidatorTaken: "该机构已另有验证节点账户。", "Another account is the office's validator.";
		LastSeat: "不能撤销理事会的最后一个席位。", "The council's last seat cannot be taken away.";
		IdsExhausted: "编号已用完。", "All numbers are used up.";
		NoChange: "已经如此，无需更改。", "It is so already.";
		NotAPartyAccount: "该账户属于机构，不属于当事人。", "The account is an office's, not a party's.";
	}

	Parties {
		UnknownParty: "没有登记过这个当事人。", "No such party is registered.";
		Suspended: "该当事人已被暂停。", "The party is suspended.";
		NotSuspended: "该当事人未被暂停。", "The party is not suspended.";
		InvalidText: "文字不是 UTF-8 编码，首尾有空白，或含有不可见字符。",
			"A text is not UTF-8, has white space around it or a character in it that cannot be seen.";
		BlankText: "名称不能为空。", "The name must not be blank.";
		InvalidCreditCode: "统一社会信用代码有误（GB 32100）。",
			"The unified social credit code is wrong (GB 32100).";
		AlreadyRegistered: "该单位或自然人已登记过。", "This organisation or person is registered already.";
		InvalidSignature: "账户的签名与所签内容不符，不能证明账户由其持有。",
			"The account's signature does not fit, so it does not prove possession.";
		Expired: "签名或邀请已过有效期。", "The signature or invitation has expired.";
		TooFarAhead: "有效期太长，最多 302400 个区块。",
			"It would be valid too long; at most 302,400 blocks.";
		NotInvited: "该账户没有收到代表这个当事人的邀请。", "The account is not invited to act for this party.";
		AlreadyInvited: "该账户已有未过期的邀请。", "The account has an invitation that has not expired.";
		AccountTaken: "该账户已代表某个机构或当事人。", "The account already acts for an office or a party.";
		TooManyAccounts: "该当事人的账户数已达上限（8 个）。", "The party has as many accounts as it may have (8).";
		NotAPartyAccount: "该账户不属于任何当事人，也未被邀请。",
			"The account is no party's, and is not invited either.";
		AlreadyLicensed: "该当事人已有质权人资格。", "The party is licensed as a pledgee already.";
		NotLicensed: "该当事人没有质权人资格。", "The party is not licensed as a pledgee.";
		NoChange: "已经如此，无需更改。", "It is so already.";
		IdsExhausted: "编号已用完。", "All numbers are used up.";
		OwnApplication: "机构不得办理自己一方的事项。", "An office must not act on what is its own.";
		SignatureUsed: "该签名已经用过，请账户另选有效期重新签名。",
			"This signature was used already. The account signs anew, with another end.";
	}

	CarbonVoucher {
		UnknownScheme: "没有这个管理办法。", "There is no such scheme.";
		NotInForce: "管理办法今日不在有效期内，不能制发新票。",
			"The scheme is not in force today, so nothing new can be issued.";
		EcosystemNotEligible: "该管理办法不适用于这类生态系统。",
			"The scheme does not cover this kind of ecosystem.";
		FilingTaken: "该备案文号已制发过碳票，不得重复制发。",
			"Vouchers were issued for this filing number already; it cannot be issued twice.";
		InvalidText: "文字不是 UTF-8 编码，首尾有空白，或含有不可见字符。",
			"A text is not UTF-8, has white space around it or a character in it that cannot be seen.";
		BlankText: "必填文字不能为空。", "A text that is required is blank.";
		InvalidPeriod: "监测期有误：须有始有终，且在今日之前结束。",
			"The monitoring period is wrong: it begins before it ends, and is over.";
		NoArea: "面积不能为零。", "The area must not be zero.";
		NoAllotments: "没有写明碳票发给谁。", "Nobody is named to receive the vouchers.";
		ZeroAmount: "数量须大于零。", "The amount must be more than zero.";
		Overflow: "数量超出账本的计数范围。", "The amount is more than the ledger can count.";
		TooFewOwners: "共有人至少两个。", "Co-owners are at least two.";
		RepeatedOwner: "同一权利人写了两次。", "An owner is named twice.";
		InvalidShares: "份额有误：每份大于零，合计为百万分之一百万。",
			"The shares are wrong: each more than zero, together one million millionths.";
		UnknownParty: "没有登记过这个当事人。", "No such party is registered.";
		PartySuspended: "该当事人已被暂停。", "The party is suspended.";
		OwnApplication: "机构不得办理自己一方的事项。", "An office must not act on what is its own.";
		UnknownParcel: "没有登记过这块宗地。", "No such parcel is registered.";
		UnknownVoucher: "没有这个编号的碳票。", "There is no voucher with this number.";
		AlreadyOffset: "该碳票已抵消注销，不能再用。", "The voucher was used for an offset and cannot be used again.";
		IssuanceRevoked: "该批碳票已被撤销。", "These vouchers were revoked.";
		StaleEdition: "票面已变更，您依据的是旧版。请核对最新票面后重新签署。",
			"The voucher has changed since the edition you looked at. Look at it again and sign anew.";
		NotOwner: "签署人不是该碳票的权利人。", "The signer does not own this voucher.";
		CoOwned: "该碳票为共有，须由共有人共同办理：以 --together 发起，其他共有人签署。",
			"The voucher is co-owned: propose this with --together, and the other owners sign it.";
		AmountTooLarge: "数量超过票面余量。", "That is more than the voucher has.";
		AlreadyPledged: "该碳票已质押，解除质押前不得转让、再质押或抵消。",
			"The voucher is pledged: until released it cannot be transferred, pledged again or offset.";
		OffsetPending: "该碳票正在申请抵消，不得再作处分。",
			"An offset of this voucher is requested, so nothing else can be done with it.";
		TooManyParts: "该权利限制涉及的碳票或区间太多，不能再拆分。",
			"The hold lies on too many vouchers or ranges to divide them further.";
		SameOwner: "受让人已是权利人；共有人之间转让的是份额。",
			"The receiver owns it already; between co-owners it is shares that pass.";
		ZeroPrice: "买卖价款须大于零；无偿转让请用赠与。", "A sale has a price; for nothing it is a gift.";
		UnknownOrder: "没有这笔待办的转让。", "There is no such transfer waiting.";
		NotReceiver: "签署人不是受让人。", "The signer is not the receiver.";
		NotAwaited: "这笔转让不需要该签署。", "This transfer does not wait for this signature.";
		Expired: "时间已过，请重新发起。", "Its time is over. Begin anew.";
		NoLots: "没有写明是哪些碳票。", "No vouchers are named.";
		RepeatedLot: "同一碳票写了两次。", "A voucher is named twice.";
		MixedSchemes: "不同管理办法的碳票不能放在一起办理。", "Vouchers of different schemes cannot go together.";
		UnknownPledge: "没有这笔质押。", "There is no such pledge.";
		NotOffered: "该质押要约已不在等待中。", "The pledge is not on offer any more.";
		NotInPledge: "该质押未生效或已解除。", "The pledge is not in force.";
		NotPledgee: "签署人不是质权人。", "The signer is not the pledgee.";
		NotLicensed: "质权人在该管理办法下没有金融监管部门认可的资格。",
			"The pledgee has no licence of the finance regulator under this scheme.";
		OwnPledgee: "不能质押给自己。", "An owner cannot be its own pledgee.";
		DuePast: "债务到期日须在今日之后。", "The debt must be due after today.";
		ZeroSecured: "担保金额须大于零。", "The secured sum must be more than zero.";
		UnknownRequest: "没有这笔待办的抵消申请。", "There is no such offset request waiting.";
		InvalidPurpose: "抵消用途的必填事项缺少或不可能。",
			"Something that this purpose of offset requires is missing or impossible.";
		NumbersExhausted: "编号已用完。", "All numbers are used up.";
		AlreadyMerged: "该碳票已并入另一张碳票，请用并入后的编号办理。",
			"The voucher is a part of another now. Use the number of that one.";
		Frozen: "该碳票已冻结，解除冻结前不得办理。", "The voucher is frozen, so this cannot be done until it is unfrozen.";
		ReportedLost: "该碳票的票证已挂失，找回或补发前不得办理。",
			"The voucher's paper is reported lost, so this cannot be done until it is found or reissued.";
		InEscrow: "该碳票已为交易保留，交易结束前不得另行处分。",
			"The voucher is kept for a sale, so nothing else can be done with it until that ends.";
		TooManyFreezes: "该碳票上的冻结已达上限（8 个，含轮候）。",
			"As many freezes are on the voucher as may be (8, those in the queue included).";
		NotAdjacent: "两张碳票不相邻，或不是同一批制发，不能合并。",
			"The vouchers do not touch, or are of different issuances, so they cannot be merged.";
		DifferentOwners: "权利人或份额不同。", "The owners or their shares are different.";
		DifferentHolds: "两张碳票的权利限制不同，不能合并。",
			"The vouchers are under different holds, so they cannot be merged.";
		TooManyOwners: "权利人超过上限（32 个）。", "More owners than there may be (32).";
		UnknownFreeze: "没有这个冻结，或已解除。", "There is no such freeze, or it is over.";
		InvalidTerm: "冻结期限有误：截止日须在今日之后，续冻须晚于原截止日。",
			"The freeze's term is wrong: it ends after today, and an extension ends later than before.";
		NotOrderedByOffice: "该冻结由另一机构登记，须由登记机构办理。",
			"Another office entered this freeze, and it is that office's to extend or lift.";
		UnknownLoss: "没有这个挂失，或已结束。", "There is no such report of loss, or it is over.";
		UnknownEscrow: "没有这个交易保留，或已结束。", "There is no such escrow, or it is over.";
		FutureDay: "日期在今日之后。", "The day has not come yet.";
		UnknownProposal: "没有这个待共有人签署的事项，或已结束。", "There is no such proposal of co-owners, or it is over.";
		AlreadySigned: "签署人已签署过。", "The signer signed it already.";
		NotProposer: "只有发起人可以撤回。", "Only those who began it can take it back.";
		NotCommon: "该碳票不是按份共有。", "The voucher is not in common ownership with shares.";
		PartTooSmall: "有共有人分得的不足一公斤，不能分割。",
			"An owner's own part would be less than a kilogram, so it cannot be divided.";
		UnknownShareOffer: "没有这个份额转让，或已结束。", "There is no such share on offer, or it is over.";
		NoticeRunning: "其他共有人的优先购买期未满，尚不能办结。",
			"The other owners may still take the share; it cannot be completed yet.";
		NoPreemption: "优先购买期已过，或该转让不适用优先购买权。",
			"The time to take the share is over, or there is no right to take it.";
		ShareTaken: "已有共有人行使优先购买权，公示期满前不能撤回。",
			"Another owner has taken the share, so it cannot be taken back before the notice is over.";
		AmountsDiffer: "各受让数量之和与转移的数量不符。", "What is received does not sum to what passes.";
		WrongSuccession: "共有碳票的继承、合并、分立，只转移一个共有人的份额（按份共有）或席位（共同共有），并对整张碳票办理。",
			"Of a co-owned voucher succession passes one owner's share (common) or place (joint), and of the whole voucher.";
		CannotLift: "该权利限制不在此碳票上，或不能由判决解除。",
			"The hold is not on the voucher, or no judgment can lift it.";
		NotUnderPledge: "所列碳票不都在该质押之下。", "The vouchers are not all under this pledge.";
		NoChangePending: "该质押没有待办的变更。", "No change of this pledge waits.";
		ChangePending: "该质押已有待办的变更。", "Another change of this pledge waits already.";
		NotInDefault: "债务尚未逾期，违约之前不得实现质权。",
			"The debt is not overdue: nothing is enforced before the default.";
		TermsNotRaised: "变更须提高担保金额或推迟到期日，且两者均不得降低或提前。",
			"New terms raise the sum or put the day off, and lessen neither.";
		SurplusProof: "价款超过担保金额的，须附余款支付证明。",
			"A price beyond the secured sum needs the proof that the surplus was paid.";
		ChangeDiffers: "所接受的变更与待办的不同，请重新查看后签署。",
			"What waits is not the change that was accepted. Look at it again and sign anew.";
		NotToPledgee: "协议折价的碳票只能归质权人；归他人的，须拍卖或变卖。",
			"By agreement the pledgee alone takes the vouchers; others buy them in a sale.";
		SameKind: "共有性质只能在按份共有与共同共有之间变更。",
			"Only common ownership becomes joint, and joint common.";
		BuyerUnsigned: "受让人要求本人签署，尚未签署。", "The buyer asked to sign what it receives, and has not.";
		Inconsistent: "账本数据自相矛盾，操作已中止。请立即报告运行维护单位。",
			"The ledger contradicts itself, and the operation was stopped. Report it at once.";
	}

	Council {
		NotMember: "签署账户在理事会没有席位。", "The signing account has no seat in the council.";
		DuplicateProposal: "同样的议案已在表决中。", "The same motion is before the council already.";
		ProposalMissing: "没有这个议案，或已表决完毕。", "There is no such motion, or it is over.";
		WrongIndex: "议案序号与内容不符。", "The motion's number does not fit its content.";
		DuplicateVote: "已这样投过票。", "This vote was cast already.";
		AlreadyInitialized: "理事会成员已设定。", "The council's members are set already.";
		TooEarly: "票数未定，表决还不能结束。", "The vote is open and cannot be closed yet.";
		TooManyProposals: "待表决的议案已达上限。", "As many motions wait as may wait.";
		WrongProposalWeight: "申报的议案执行量不足。", "The weight declared for the motion is too low.";
		WrongProposalLength: "申报的议案长度不足。", "The length declared for the motion is too low.";
		PrimeAccountNotMember: "召集账户不是理事会成员。", "The prime account is not a member.";
		ProposalActive: "议案仍在表决中。", "The motion is still open.";
	}

	CouncilMembership {
		AlreadyMember: "该账户已有席位。", "The account has a seat already.";
		NotMember: "该账户没有席位。", "The account has no seat.";
		TooManyMembers: "理事会席位已满。", "All seats of the council are taken.";
	}

	Utility {
		TooManyCalls: "一次提交的操作太多。", "Too many operations at once.";
	}

	System {
		InvalidSpecName: "升级包属于另一条链。", "The upgrade is another chain's.";
		SpecVersionNeedsToIncrease: "升级包的版本须高于现行版本。", "The upgrade must have a higher version.";
		FailedToExtractRuntimeVersion: "升级包无法读取。", "The upgrade cannot be read.";
		NonDefaultComposite: "账户仍有附属数据。", "The account still has data of its own.";
		NonZeroRefCount: "账户仍被引用。", "The account is still referred to.";
		CallFiltered: "本链不开放这项操作。", "This chain does not offer this operation.";
		MultiBlockMigrationsOngoing: "系统升级尚未完成，请稍后再试。", "An upgrade is under way. Try again later.";
		NothingAuthorized: "没有经批准的升级。", "No upgrade is authorised.";
		Unauthorized: "该升级包不是经批准的那一个。", "This upgrade is not the one that was authorised.";
	}

	Session {
		InvalidProof: "验证节点密钥的证明有误。", "The proof of the session keys is wrong.";
		NoAssociatedValidatorId: "该账户不是验证节点账户。", "The account is no validator's.";
		DuplicatedKey: "该密钥已由另一验证节点登记。", "Another validator has this key.";
		NoKeys: "该账户没有登记验证节点密钥。", "The account has no session keys.";
		NoAccount: "该账户不能登记验证节点密钥。", "The account cannot have session keys.";
	}
}
