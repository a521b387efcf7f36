# How mails are sent, what becomes known of them, and whom SES does not write to any more.

locals {
  # An address that bounced for good, or complained, is not written to again: SES stops accounts that go on.
  suppressed_reasons = ["BOUNCE", "COMPLAINT"]
}

resource "aws_sesv2_configuration_set" "mail" {
  region                 = var.region
  configuration_set_name = var.configuration_set_name

  delivery_options {
    tls_policy = "REQUIRE"
  }

  reputation_options {
    reputation_metrics_enabled = true
  }

  sending_options {
    sending_enabled = true
  }

  suppression_options {
    suppressed_reasons = local.suppressed_reasons
  }
}

# Counts alone are kept: the events themselves hold addresses and subjects.
resource "aws_sesv2_configuration_set_event_destination" "counts" {
  region                 = var.region
  configuration_set_name = aws_sesv2_configuration_set.mail.configuration_set_name
  event_destination_name = "cloudwatch"

  event_destination {
    enabled = true

    matching_event_types = [
      "BOUNCE",
      "COMPLAINT",
      "DELIVERY",
      "DELIVERY_DELAY",
      "REJECT",
      "RENDERING_FAILURE",
      "SEND",
    ]

    cloud_watch_destination {
      dimension_configuration {
        dimension_name          = "ses:configuration-set"
        dimension_value_source  = "MESSAGE_TAG"
        default_dimension_value = var.configuration_set_name
      }
    }
  }
}

resource "aws_sesv2_account_suppression_attributes" "account" {
  region             = var.region
  suppressed_reasons = local.suppressed_reasons
}
