//! What changed, in sentences.

super::texts! {
	SCHEME_ADDED: "新增管理办法 {code}。", "Scheme {code} was added.";
	SCHEME_UPDATED: "管理办法 {scheme} 已修改。", "Scheme {scheme} was changed.";
	OFFICE_ADDED: "新增机构 {code}。", "Office {code} was added.";
	OFFICE_UPDATED: "机构 {office} 已修改，作为当事人：{party}。",
		"Office {office} was changed; it owns as: {party}.";
	OFFICE_ACTIVATED: "机构 {office} 恢复办理业务。", "Office {office} may act again.";
	OFFICE_DEACTIVATED: "机构 {office} 停止办理业务。", "Office {office} may not act any more.";
	DUTY_ASSIGNED: "管理办法 {scheme} 的“{duty}”职责由 {offices} 承担（{rule}）。",
		"Duty {duty} of scheme {scheme} is held by {offices} ({rule}).";
	OFFICE_ACCOUNT_ADDED: "账户 {account} 代表机构 {office}（{roles}）。",
		"Account {account} acts for office {office} ({roles}).";
	OFFICE_ACCOUNT_REMOVED: "账户 {account} 不再代表机构 {office}。",
		"Account {account} acts for office {office} no more.";
	ROLES_CHANGED: "机构 {office} 的账户 {account} 现为：{roles}。",
		"Account {account} of office {office} is now: {roles}.";
	PARTY_REGISTERED: "登记当事人 {party}（{scheme}，由 {by} 登记）。",
		"Party {party} was registered (scheme {scheme}, by {by}).";
	PARTY_ACCOUNT_ADDED: "账户 {account} 代表当事人 {party}。",
		"Account {account} acts for party {party}.";
	ACCOUNT_INVITED: "邀请账户 {account} 代表当事人 {party}，第 {valid_until} 个区块前确认有效。",
		"Account {account} is invited to act for party {party}, before block {valid_until}.";
	INVITATION_WITHDRAWN: "收回账户 {account} 代表当事人 {party} 的邀请。",
		"The invitation of account {account} to party {party} was withdrawn.";
	INVITATION_EXPIRED: "账户 {account} 未按时确认代表当事人 {party}，邀请失效。",
		"The invitation of account {account} to party {party} expired.";
	PARTY_ACCOUNT_REMOVED: "账户 {account} 不再代表当事人 {party}。",
		"Account {account} acts for party {party} no more.";
	PARTY_SUSPENDED: "当事人 {party} 被 {by} 暂停（材料 {evidence}）。",
		"Party {party} was suspended by {by} (evidence {evidence}).";
	PARTY_REINSTATED: "当事人 {party} 由 {by} 恢复（材料 {evidence}）。",
		"Party {party} was reinstated by {by} (evidence {evidence}).";
	CONSENT_SET: "当事人 {party} 受让碳票须本人签署：{asks_consent}。",
		"Party {party} signs for what is transferred to it: {asks_consent}.";
	LICENCE_GRANTED: "{by} 认可 {party} 为管理办法 {scheme} 的质权人（材料 {evidence}）。",
		"{by} licensed {party} as a pledgee in scheme {scheme} (evidence {evidence}).";
	LICENCE_WITHDRAWN: "{by} 撤销 {party} 在管理办法 {scheme} 的质权人资格（材料 {evidence}）。",
		"{by} withdrew {party}'s licence as a pledgee in scheme {scheme} (evidence {evidence}).";
	VOUCHERS_ISSUED: "{office} 制发 {issuance}：{vouchers} 张碳票，共 {total} 吨。",
		"{office} issued {issuance}: {vouchers} voucher(s), {total} t in all.";
	SPLIT: "自 {voucher} 拆出 {into}，{amount} 吨。", "{into} of {amount} t was split off {voucher}.";
	TRANSFER_ORDERED: "第 {order} 号转让待办：{voucher}，{from} 至 {to}，等待{needs}。",
		"Transfer {order} waits for {needs}: {voucher} from {from} to {to}.";
	TRANSFER_SIGNED: "第 {order} 号转让已签署，仍等待{needs}。",
		"Transfer {order} was signed and still waits for {needs}.";
	TRANSFER_CANCELLED: "第 {order} 号转让已撤回。", "Transfer {order} was taken back.";
	TRANSFER_REFUSED: "第 {order} 号转让被{by}拒绝。", "Transfer {order} was refused by {by}.";
	TRANSFER_EXPIRED: "第 {order} 号转让过期。", "Transfer {order} expired.";
	TRANSFERRED: "{voucher} 由 {from} 转让给 {to}（{cause}）。",
		"{voucher} went from {from} to {to} ({cause}).";
	PLEDGE_OFFERED: "{owner} 向 {pledgee} 提出第 {pledge} 号质押要约。",
		"{owner} offered pledge {pledge} to {pledgee}.";
	PLEDGE_DECLINED: "第 {pledge} 号质押要约被谢绝。", "Pledge offer {pledge} was declined.";
	PLEDGE_WITHDRAWN: "第 {pledge} 号质押要约已撤回。", "Pledge offer {pledge} was taken back.";
	PLEDGE_EXPIRED: "第 {pledge} 号质押要约过期。", "Pledge offer {pledge} expired.";
	PLEDGED: "第 {pledge} 号质押生效：{owner} 以 {amount} 吨出质给 {pledgee}。",
		"Pledge {pledge} is in force: {owner} pledged {amount} t to {pledgee}.";
	PLEDGE_RELEASED: "第 {pledge} 号质押已解除。", "Pledge {pledge} was released.";
	OFFSET_REQUESTED: "{owner} 提出第 {request} 号抵消申请：{amount} 吨，使用人 {beneficiary}。",
		"{owner} asked for an offset ({request}): {amount} t for {beneficiary}.";
	OFFSET_WITHDRAWN: "第 {request} 号抵消申请已撤回。", "Offset request {request} was taken back.";
	OFFSET_REFUSED: "第 {request} 号抵消申请被驳回：{reason}。",
		"Offset request {request} was refused: {reason}.";
	OFFSET_EXPIRED: "第 {request} 号抵消申请过期。", "Offset request {request} expired.";
	OFFSET_CERTIFIED: "签发抵消凭证 {certificate}：{amount} 吨，使用人 {beneficiary}（申请第 {request} 号）。",
		"Certificate {certificate}: {amount} t offset for {beneficiary} (request {request}).";
	MERGED: "{voucher} 并入 {into}。", "{voucher} was merged into {into}.";
	SUCCEEDED: "{voucher} 因{cause}归 {ownership}。", "{voucher} passed to {ownership} ({cause}).";
	CHANGED: "{voucher} 登记变更：{change}。", "A change of {voucher} was recorded: {change}.";
	FROZEN: "{office} 登记第 {freeze} 号冻结：{amount} 吨，至 {expires}。",
		"{office} entered freeze {freeze}: {amount} t until {expires}.";
	FREEZE_EXTENDED: "第 {freeze} 号冻结延至 {expires}。", "Freeze {freeze} was extended to {expires}.";
	FREEZE_LIFTED: "第 {freeze} 号冻结已解除。", "Freeze {freeze} was lifted.";
	FREEZE_EXPIRED: "第 {freeze} 号冻结到期。", "Freeze {freeze} expired.";
	FREEZE_RELEASED: "判决解除 {voucher} 上的第 {freeze} 号冻结。", "A judgment took {voucher} out of freeze {freeze}.";
	LOSS_REPORTED: "{voucher} 挂失（第 {loss} 号），公示至 {notice_until}。",
		"The paper of {voucher} was reported lost ({loss}); the notice ends on {notice_until}.";
	FOUND: "第 {loss} 号挂失的票证已找到。", "The paper of report of loss {loss} was found.";
	INSPECTED: "{office} 对 {voucher} 作出第 {inspection} 号检查记录。",
		"{office} recorded inspection {inspection} of {voucher}.";
	ESCROW_OPENED: "第 {escrow} 号交易保留：{amount} 吨。", "Escrow {escrow} keeps {amount} t for a sale.";
	ESCROW_CLOSED: "第 {escrow} 号交易保留已结束。", "Escrow {escrow} was closed.";
	ESCROW_EXPIRED: "第 {escrow} 号交易保留过期。", "Escrow {escrow} expired.";
	DELIVERED: "第 {escrow} 号交易保留的碳票交付 {to}，{price} 元。",
		"What escrow {escrow} kept was delivered to {to} for {price} yuan.";
	PROPOSED: "{by} 发起第 {proposal} 号共有人事项，待其他共有人签署。",
		"{by} proposed {proposal}, which waits for other owners.";
	PROPOSAL_SIGNED: "{by} 已签署第 {proposal} 号共有人事项，仍待其他共有人。",
		"{by} signed proposal {proposal}, which still waits for others.";
	PROPOSAL_EXECUTED: "第 {proposal} 号共有人事项签署完成，已办理。",
		"Proposal {proposal} has the signatures it needs and was carried out.";
	PROPOSAL_WITHDRAWN: "第 {proposal} 号共有人事项已撤回。", "Proposal {proposal} was taken back.";
	PROPOSAL_EXPIRED: "第 {proposal} 号共有人事项过期。", "Proposal {proposal} expired.";
	OWNERSHIP_CHANGED: "{voucher} 的共有性质变更，现归 {ownership}。",
		"The co-ownership of {voucher} was changed to {ownership}.";
	PARTITIONED: "{voucher} 已按份额分割。", "{voucher} was divided among its owners.";
	SHARE_OFFERED: "第 {offer} 号份额转让：{seller} 拟将 {voucher} 的 {millionths}% 转给 {buyer}，其他共有人在 {notice_until} 前可优先购买。",
		"Share {offer}: {seller} offers {millionths}% of {voucher} to {buyer}; the other owners may take it before {notice_until}.";
	SHARE_TAKEN: "{by} 对第 {offer} 号份额转让行使优先购买权。", "{by} takes share {offer} instead of its buyer.";
	SHARE_TRANSFERRED: "{voucher} 的 {millionths}% 由 {from} 转给 {to}（第 {offer} 号份额转让）。",
		"{millionths}% of {voucher} went from {from} to {to} (share {offer}).";
	SHARE_OFFER_SIGNED: "第 {offer} 号份额转让的受让人已签署，待办理机构办结。",
		"The buyer signed share {offer}, which waits for the office that completes it.";
	SHARE_OFFER_WITHDRAWN: "第 {offer} 号份额转让已撤回。", "Share {offer} was taken off offer.";
	SHARE_OFFER_EXPIRED: "第 {offer} 号份额转让过期。", "The offer of share {offer} expired.";
	PLEDGE_PART_RELEASED: "第 {pledge} 号质押解除其中 {amount} 吨。", "{amount} t of pledge {pledge} were released.";
	PLEDGE_CHANGE_PROPOSED: "{by} 提出变更第 {pledge} 号质押。", "{by} proposed a change of pledge {pledge}.";
	PLEDGE_CHANGE_DROPPED: "{by} 撤回或谢绝第 {pledge} 号质押的变更。",
		"{by} dropped the proposed change of pledge {pledge}.";
	PLEDGE_CHANGE_EXPIRED: "第 {pledge} 号质押的变更过期。", "The proposed change of pledge {pledge} expired.";
	PLEDGE_CHANGED: "第 {pledge} 号质押变更：担保 {secured} 元，到期日 {due}。",
		"Pledge {pledge} was changed: it secures {secured} yuan, due on {due}.";
	PLEDGE_ASSIGNED: "第 {pledge} 号质权由 {from} 转让给 {to}。", "Pledge {pledge} passed from {from} to {to}.";
	PLEDGE_ENFORCED: "第 {pledge} 号质权已实现（{way}）：碳票归 {to}，价款 {price} 元。",
		"Pledge {pledge} was enforced ({way}): its vouchers went to {to} for {price} yuan.";
	PLEDGE_LIFTED: "判决解除 {voucher} 上的第 {pledge} 号质押。", "A judgment lifted pledge {pledge} from {voucher}.";
	OFFSET_ENDED: "第 {request} 号抵消申请因碳票依法转移而终止。",
		"Offset request {request} ended because the law passed its vouchers on.";
	MOTION_PROPOSED: "第 {index} 号议案提出，须 {threshold} 票（{hash}）。",
		"Motion {index} was proposed; it needs {threshold} votes ({hash}).";
	MOTION_VOTED: "{account} 投票：{voted}；现 {yes} 票赞成、{no} 票反对。",
		"{account} voted {voted}: {yes} for, {no} against.";
	MOTION_APPROVED: "议案 {hash} 通过。", "Motion {hash} was approved.";
	MOTION_DISAPPROVED: "议案 {hash} 未通过。", "Motion {hash} was not approved.";
	MOTION_EXECUTED: "议案 {hash} 已执行：{result}。", "Motion {hash} was carried out: {result}.";
	MOTION_CLOSED: "议案 {hash} 表决结束：{yes} 票赞成、{no} 票反对。",
		"Motion {hash} was closed: {yes} for, {no} against.";
	RESULT_OK: "成功", "it succeeded";
	NOBODY: "无人", "nobody";
	NOT_A_PARTY: "不作为当事人", "no party";
}
