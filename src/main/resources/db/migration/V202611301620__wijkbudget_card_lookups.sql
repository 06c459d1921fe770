-- an area has thousands of cards: counted by what became of them, and looked up by the address they were given to
create index wijkbudget_card_area on wijkbudget_card (round, area_id, state);
create index wijkbudget_card_address on wijkbudget_card (round, address_hash) where address_hash is not null;
