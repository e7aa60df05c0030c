"""The pages of a referral, by what a person does there."""
