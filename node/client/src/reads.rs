//! What can be read at one block, typed as the chain types it. `view` makes it presentable.

use crate::{
	chain::{
		allowances::AllowanceInfo,
		parties::{CreditCode, Licence, Party},
		rules::{Actor, SchemeCode},
		runtime,
		schemes::{Office, OfficeCode, SchemeOverview},
		text,
		vouchers::{
			AuditCursor, AuditPage, Certificate, Escrow, Freeze, Inspection, Loss, OffsetRequest,
			PendingChange, Pledge, Proposal, Record, SchemeTotals, ShareOffer, TransferOrder,
			VoucherInfo,
		},
		AccountId, BoundedVec, CertificateId, EscrowId, FreezeId, Hash, InspectionId, IssuanceId,
		LossId, OfficeId, OrderId, PartyId, PledgeId, ProposalId, RequestId, SchemeId,
		ShareOfferId, VoucherId,
	},
	client::{AtBlock, Client},
	error::Error,
};
use codec::{Decode, Encode};
use subxt::{ext::scale_decode::DecodeAsType, runtime_apis, view_functions};

/// The state of one block, and how to ask it.
#[derive(Clone)]
pub struct State {
	client: Client,
	at: AtBlock,
}

impl Client {
	/// The latest finalised state.
	pub async fn state(&self) -> Result<State, Error> {
		Ok(State { client: self.clone(), at: self.at_finalised().await? })
	}

	/// The state after a block.
	pub async fn state_at(&self, block: Hash) -> Result<State, Error> {
		Ok(State { client: self.clone(), at: self.at(block).await? })
	}
}

impl State {
	/// Number of the block.
	pub fn block_number(&self) -> u64 {
		self.at.block_number()
	}

	/// The connection that it came by.
	pub fn client(&self) -> &Client {
		&self.client
	}

	/// The block itself.
	pub fn at(&self) -> &AtBlock {
		&self.at
	}

	/// Asks a runtime API.
	async fn api<P: runtime_apis::Payload>(&self, asked: P) -> Result<P::ReturnType, Error> {
		self.at.runtime_apis().call(asked).await.map_err(|e| self.client.failed(e.into()))
	}

	/// Asks a view function.
	///
	/// subxt 0.51.1 leaves out that the runtime takes the arguments as one vector of bytes and returns
	/// the answer as another, so that is done here.
	async fn view<P: view_functions::Payload>(&self, asked: P) -> Result<P::ReturnType, Error> {
		const ID: usize = 32;
		let functions = self.at.view_functions();
		functions.validate(&asked).map_err(|e| self.client.failed(e.into()))?;
		let encoded = functions.encode_args(&asked).map_err(|e| self.client.failed(e.into()))?;
		let (id, arguments) = encoded.split_at(encoded.len().min(ID));
		let framed = [id, &arguments.encode()].concat();
		let answer = functions.call_raw(Some(&framed)).await;
		let answer = answer.map_err(|e| self.client.failed(e.into()))?;
		let (name, function) = (asked.pallet_name(), asked.function_name());
		let unexpected = || Error::Chain(format!("{name}.{function}: 0x{}", hex::encode(&answer)));
		let answer = match answer.split_first() {
			Some((0, framed)) => Vec::<u8>::decode(&mut &framed[..]).map_err(|_| unexpected())?,
			_ => return Err(unexpected()),
		};
		let metadata = self.at.metadata_ref();
		let pallet = metadata.pallet_by_name(name);
		let function = pallet.and_then(|pallet| pallet.view_function_by_name(function));
		let output = function.ok_or_else(unexpected)?.output_ty();
		P::ReturnType::decode_as_type(&mut &answer[..], output, metadata.types())
			.map_err(|_| unexpected())
	}

	/// A scheme with its texts, rules, duties and the offices that hold them.
	pub async fn scheme(&self, id: SchemeId) -> Result<Option<SchemeOverview>, Error> {
		self.api(runtime::runtime_apis().tanpiao_api().scheme(id)).await
	}

	/// All schemes: they are numbered from 1 without a gap.
	pub async fn schemes(&self) -> Result<Vec<SchemeOverview>, Error> {
		let mut schemes = Vec::new();
		while let Ok(next) = u16::try_from(schemes.len() + 1) {
			match self.scheme(SchemeId(next)).await? {
				Some(scheme) => schemes.push(scheme),
				None => break,
			}
		}
		Ok(schemes)
	}

	/// The scheme with this code.
	pub async fn scheme_by_code(&self, code: &str) -> Result<Option<SchemeId>, Error> {
		let code = SchemeCode(text("code", code, 8)?);
		self.view(runtime::view_functions().schemes().scheme_by_code(code)).await
	}

	/// Whom an account acts for.
	pub async fn actor_of(&self, account: &AccountId) -> Result<Option<Actor>, Error> {
		self.view(runtime::view_functions().schemes().actor_of(*account)).await
	}

	/// An office.
	pub async fn office(&self, id: OfficeId) -> Result<Option<Office>, Error> {
		let address = runtime::storage().schemes().offices();
		let found = self.at.storage().try_fetch(address, (id,)).await;
		let found = found.map_err(|e| self.client.failed(e.into()))?;
		found.map(|found| found.decode()).transpose().map_err(|e| self.client.failed(e.into()))
	}

	/// The office with this code.
	pub async fn office_by_code(&self, code: &str) -> Result<Option<OfficeId>, Error> {
		let code = OfficeCode(text("code", code, 16)?);
		let address = runtime::storage().schemes().office_codes();
		let found = self.at.storage().try_fetch(address, (code,)).await;
		let found = found.map_err(|e| self.client.failed(e.into()))?;
		found.map(|found| found.decode()).transpose().map_err(|e| self.client.failed(e.into()))
	}

	/// All offices: they are numbered from 1 without a gap.
	pub async fn offices(&self) -> Result<Vec<(OfficeId, Office)>, Error> {
		let mut offices = Vec::new();
		while let Ok(next) = u16::try_from(offices.len() + 1) {
			match self.office(OfficeId(next)).await? {
				Some(office) => offices.push((OfficeId(next), office)),
				None => break,
			}
		}
		Ok(offices)
	}

	/// The accounts that act for an office.
	pub async fn accounts_of(&self, office: OfficeId) -> Result<Vec<AccountId>, Error> {
		let address = runtime::storage().schemes().accounts_of();
		let holder = crate::chain::schemes::Holder::Office(office);
		let found = self.at.storage().iter(address, (holder,)).await;
		let mut found = found.map_err(|e| self.client.failed(e.into()))?;
		let mut accounts = Vec::new();
		while let Some(entry) = found.next().await {
			let entry = entry.map_err(|e| self.client.failed(e.into()))?;
			let key = entry.key().map_err(|e| self.client.failed(e.into()))?;
			let (_, account) = key.decode().map_err(|e| self.client.failed(e.into()))?;
			accounts.push(account);
		}
		Ok(accounts)
	}

	/// A party.
	pub async fn party(&self, id: PartyId) -> Result<Option<Party>, Error> {
		self.view(runtime::view_functions().parties().party(id)).await
	}

	/// The organisation of a unified social credit code.
	pub async fn party_by_code(&self, code: CreditCode) -> Result<Option<PartyId>, Error> {
		self.view(runtime::view_functions().parties().party_by_code(code)).await
	}

	/// The person that a scheme registered under a uniqueness tag.
	pub async fn party_by_tag(
		&self,
		scheme: SchemeId,
		tag: Hash,
	) -> Result<Option<PartyId>, Error> {
		let address = runtime::storage().parties().tags();
		let found = self.at.storage().try_fetch(address, (scheme, tag)).await;
		let found = found.map_err(|e| self.client.failed(e.into()))?;
		found.map(|found| found.decode()).transpose().map_err(|e| self.client.failed(e.into()))
	}

	/// What an account may still use of blocks, with the other accounts of its party or office:
	/// for governance first, where it has a seat in the council, then for everything else. Empty: it
	/// acts for no active one.
	pub async fn allowances(&self, account: &AccountId) -> Result<Vec<AllowanceInfo>, Error> {
		self.view(runtime::view_functions().parties().allowances(*account)).await
	}

	/// Whether a party may take pledges in a scheme.
	pub async fn is_licensed(&self, scheme: SchemeId, party: PartyId) -> Result<bool, Error> {
		self.view(runtime::view_functions().parties().is_licensed(scheme, party)).await
	}

	/// The licence by which a party may.
	pub async fn licence(
		&self,
		scheme: SchemeId,
		party: PartyId,
	) -> Result<Option<Licence>, Error> {
		let address = runtime::storage().parties().licences();
		let found = self.at.storage().try_fetch(address, (scheme, party)).await;
		let found = found.map_err(|e| self.client.failed(e.into()))?;
		found.map(|found| found.decode()).transpose().map_err(|e| self.client.failed(e.into()))
	}

	/// A voucher with its issuance, holds and latest record.
	pub async fn voucher(&self, id: VoucherId) -> Result<Option<VoucherInfo<AccountId>>, Error> {
		self.api(runtime::runtime_apis().tanpiao_api().voucher(id)).await
	}

	/// Entries of a voucher's register page from number `from` on, with their numbers. A page
	/// shorter than `limit` is the last.
	pub async fn register_page(
		&self,
		id: VoucherId,
		from: u32,
		limit: u32,
	) -> Result<Vec<(u32, Record<AccountId>)>, Error> {
		let page = runtime::runtime_apis().tanpiao_api().register_page(id, from, limit);
		self.api(page).await
	}

	/// Live vouchers of a party after `after`. An empty page is the end.
	pub async fn holdings(
		&self,
		party: PartyId,
		after: Option<VoucherId>,
		limit: u32,
	) -> Result<Vec<VoucherInfo<AccountId>>, Error> {
		self.api(runtime::runtime_apis().tanpiao_api().holdings(party, after, limit)).await
	}

	/// The issuance of a filing number.
	pub async fn filing(
		&self,
		scheme: SchemeId,
		filing_no: &str,
	) -> Result<Option<IssuanceId>, Error> {
		let filing_no = text("filing_no", filing_no, 64)?;
		let filing = runtime::view_functions().carbon_voucher().filing(scheme, filing_no);
		self.view(filing).await
	}

	/// Last serials of a scheme's year: of issuances and of certificates.
	pub async fn serials(&self, scheme: SchemeId, year: u16) -> Result<(u32, u32), Error> {
		self.view(runtime::view_functions().carbon_voucher().serials(scheme, year)).await
	}

	/// A certificate of offset.
	pub async fn certificate(&self, id: CertificateId) -> Result<Option<Certificate>, Error> {
		self.view(runtime::view_functions().carbon_voucher().certificate(id)).await
	}

	/// Kilograms of a scheme.
	pub async fn totals(&self, scheme: SchemeId) -> Result<SchemeTotals, Error> {
		self.view(runtime::view_functions().carbon_voucher().totals(scheme)).await
	}

	/// A pledge: offered, in force or ended.
	pub async fn pledge(&self, id: PledgeId) -> Result<Option<Pledge>, Error> {
		self.view(runtime::view_functions().carbon_voucher().pledge(id)).await
	}

	/// The last pledge's number.
	pub async fn last_pledge(&self) -> Result<PledgeId, Error> {
		let address = runtime::storage().carbon_voucher().last_pledge();
		let found = self.at.storage().fetch(address, ()).await;
		let found = found.map_err(|e| self.client.failed(e.into()))?;
		found.decode().map_err(|e| self.client.failed(e.into()))
	}

	/// An offset request that waits.
	pub async fn offset_request(&self, id: RequestId) -> Result<Option<OffsetRequest>, Error> {
		self.view(runtime::view_functions().carbon_voucher().offset_request(id)).await
	}

	/// A transfer that waits.
	pub async fn transfer_order(&self, id: OrderId) -> Result<Option<TransferOrder>, Error> {
		self.view(runtime::view_functions().carbon_voucher().transfer_order(id)).await
	}

	/// A change of a pledge that waits for the other side.
	pub async fn pledge_change(&self, id: PledgeId) -> Result<Option<PendingChange>, Error> {
		self.view(runtime::view_functions().carbon_voucher().pledge_change(id)).await
	}

	/// A freeze in force or in the queue.
	pub async fn freeze(&self, id: FreezeId) -> Result<Option<Freeze>, Error> {
		self.view(runtime::view_functions().carbon_voucher().freeze_order(id)).await
	}

	/// A paper reported lost or destroyed.
	pub async fn loss(&self, id: LossId) -> Result<Option<Loss>, Error> {
		self.view(runtime::view_functions().carbon_voucher().loss(id)).await
	}

	/// What is kept for a sale.
	pub async fn escrow(&self, id: EscrowId) -> Result<Option<Escrow>, Error> {
		self.view(runtime::view_functions().carbon_voucher().escrow(id)).await
	}

	/// An inspection.
	pub async fn inspection(&self, id: InspectionId) -> Result<Option<Inspection>, Error> {
		self.view(runtime::view_functions().carbon_voucher().inspection(id)).await
	}

	/// An act that waits for more of the owners.
	pub async fn proposal(&self, id: ProposalId) -> Result<Option<Proposal>, Error> {
		self.view(runtime::view_functions().carbon_voucher().proposal(id)).await
	}

	/// The last proposal's number.
	pub async fn last_proposal(&self) -> Result<ProposalId, Error> {
		let address = runtime::storage().carbon_voucher().last_proposal();
		let found = self.at.storage().fetch(address, ()).await;
		let found = found.map_err(|e| self.client.failed(e.into()))?;
		found.decode().map_err(|e| self.client.failed(e.into()))
	}

	/// A share on offer.
	pub async fn share_offer(&self, id: ShareOfferId) -> Result<Option<ShareOffer>, Error> {
		self.view(runtime::view_functions().carbon_voucher().share_offer(id)).await
	}

	/// The last share offer's number.
	pub async fn last_share_offer(&self) -> Result<ShareOfferId, Error> {
		let address = runtime::storage().carbon_voucher().last_share_offer();
		let found = self.at.storage().fetch(address, ()).await;
		let found = found.map_err(|e| self.client.failed(e.into()))?;
		found.decode().map_err(|e| self.client.failed(e.into()))
	}

	/// The years in which a scheme's vouchers were issued, in order.
	pub async fn years(&self, scheme: SchemeId) -> Result<Vec<u16>, Error> {
		let address = runtime::storage().carbon_voucher().issuance_serials();
		let found = self.at.storage().iter(address, (scheme,)).await;
		let mut found = found.map_err(|e| self.client.failed(e.into()))?;
		let mut years = Vec::new();
		while let Some(entry) = found.next().await {
			let entry = entry.map_err(|e| self.client.failed(e.into()))?;
			let key = entry.key().map_err(|e| self.client.failed(e.into()))?;
			let (_, year) = key.decode().map_err(|e| self.client.failed(e.into()))?;
			years.push(year);
		}
		years.sort_unstable();
		Ok(years)
	}

	/// Checks at most `limit` vouchers of a scheme's year, and never more than 256.
	pub async fn audit_page(
		&self,
		scheme: SchemeId,
		year: u16,
		from: AuditCursor,
		limit: u32,
	) -> Result<AuditPage, Error> {
		self.api(runtime::runtime_apis().tanpiao_api().audit(scheme, year, from, limit)).await
	}

	/// What the block changed, whoever asked for it.
	pub async fn events(&self) -> Result<Vec<runtime::Event>, Error> {
		let events = self.at.events().fetch().await.map_err(|e| self.client.failed(e.into()))?;
		let mut typed = Vec::new();
		for event in events.iter() {
			let event = event.map_err(|e| self.client.failed(e.into()))?;
			typed.push(event.decode_as().map_err(|e| self.client.failed(e.into()))?);
		}
		Ok(typed)
	}

	/// The council's seats.
	pub async fn seats(&self) -> Result<Vec<AccountId>, Error> {
		let address = runtime::storage().council().members();
		let found = self.at.storage().fetch(address, ()).await;
		let found = found.map_err(|e| self.client.failed(e.into()))?;
		found.decode().map_err(|e| self.client.failed(e.into()))
	}

	/// Hashes of the motions before the council.
	pub async fn motions(&self) -> Result<Vec<Hash>, Error> {
		let address = runtime::storage().council().proposals();
		let found = self.at.storage().fetch(address, ()).await;
		let found = found.map_err(|e| self.client.failed(e.into()))?;
		let BoundedVec(hashes) = found.decode().map_err(|e| self.client.failed(e.into()))?;
		Ok(hashes)
	}
}
