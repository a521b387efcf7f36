# How mails are sent, and what a person can't get wrong.

provider "aws" {
  region = "eu-west-1"
}

variables {
  region                 = "af-south-1"
  configuration_set_name = "bbws-order-mail-test"
}

run "mails_travel_encrypted_and_to_the_living" {
  command = plan

  assert {
    condition     = aws_sesv2_configuration_set.mail.delivery_options[0].tls_policy == "REQUIRE"
    error_message = "A mail is delivered by TLS or not at all."
  }

  assert {
    condition     = toset(aws_sesv2_configuration_set.mail.suppression_options[0].suppressed_reasons) == toset(["BOUNCE", "COMPLAINT"])
    error_message = "Bounced and complaining addresses are not written to."
  }

  assert {
    condition     = aws_sesv2_account_suppression_attributes.account.suppressed_reasons == toset(["BOUNCE", "COMPLAINT"])
    error_message = "The account's list takes bounces and complaints."
  }

  assert {
    condition     = aws_sesv2_configuration_set.mail.reputation_options[0].reputation_metrics_enabled && aws_sesv2_configuration_set.mail.sending_options[0].sending_enabled
    error_message = "Mails are sent, and the reputation is measured."
  }
}

run "what_becomes_of_mails_is_counted_not_kept" {
  command = plan

  assert {
    condition = length(setsubtract(
      ["BOUNCE", "COMPLAINT", "REJECT", "RENDERING_FAILURE", "DELIVERY_DELAY"],
      aws_sesv2_configuration_set_event_destination.counts.event_destination[0].matching_event_types,
    )) == 0
    error_message = "Everything that can go wrong with a mail is counted."
  }

  assert {
    condition     = aws_sesv2_configuration_set_event_destination.counts.event_destination[0].cloud_watch_destination[0].dimension_configuration[*].dimension_name == tolist(["ses:configuration-set"])
    error_message = "Counts tell configuration sets apart, and nothing about orders or people."
  }

  assert {
    condition = alltrue([
      for destination in ["sns_destination", "kinesis_firehose_destination", "event_bridge_destination"] :
      length(aws_sesv2_configuration_set_event_destination.counts.event_destination[0][destination]) == 0
    ])
    error_message = "No event with an address in it goes anywhere."
  }
}

run "everything_lies_in_the_region" {
  command = plan

  assert {
    condition = toset([
      aws_sesv2_configuration_set.mail.region,
      aws_sesv2_configuration_set_event_destination.counts.region,
      aws_sesv2_account_suppression_attributes.account.region,
    ]) == toset(["af-south-1"])
    error_message = "SES is set up in the region that sends."
  }
}

run "a_region_is_one" {
  command = plan
  variables { region = "Ireland" }
  expect_failures = [var.region]
}

run "a_name_is_one_of_ses" {
  command = plan
  variables { configuration_set_name = "order mail" }
  expect_failures = [var.configuration_set_name]
}
