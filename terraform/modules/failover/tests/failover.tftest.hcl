# The records of one region and of two, and what a person can't get wrong.

provider "aws" {
  region = "af-south-1"
}

variables {
  name              = "api.example.com"
  hosted_zone_id    = "Z0123456789"
  primary_region    = "af-south-1"
  account_id        = "123456789012"
  alarm_prefix      = "bbws-order-api-test"
  alerts_topic_name = "bbws-alerts-test"
  alert_emails      = ["on-call@example.com"]
  runbook_url       = "https://example.com/monitoring.md"

  regions = {
    af-south-1 = { domain_name = "d-a.example.com", zone_id = "ZA11111", health_name = "af-south-1.api.example.com", health_domain_name = "d-ah.example.com", health_zone_id = "ZA11111" }
    eu-west-1  = { domain_name = "d-e.example.com", zone_id = "ZE22222", health_name = "eu-west-1.api.example.com", health_domain_name = "d-eh.example.com", health_zone_id = "ZE22222" }
  }
}

run "two_regions_answer_on_one_name" {
  command = plan

  assert {
    condition     = { for region, record in aws_route53_record.public : region => [record.name, record.type, record.failover_routing_policy[0].type, record.alias[0].name, record.alias[0].zone_id] } == { af-south-1 = ["api.example.com", "A", "PRIMARY", "d-a.example.com", "ZA11111"], eu-west-1 = ["api.example.com", "A", "SECONDARY", "d-e.example.com", "ZE22222"] }
    error_message = "The first region is primary, the other secondary, each with its own API."
  }

  assert {
    condition     = { for region, record in aws_route53_record.region : record.name => record.alias[0].name } == { "af-south-1.api.example.com" = "d-ah.example.com", "eu-west-1.api.example.com" = "d-eh.example.com" }
    error_message = "Each region has a name of its own."
  }
}

run "each_region_is_probed_on_its_own_name" {
  command = plan

  assert {
    condition = alltrue([
      for region, check in aws_route53_health_check.region :
      check.fqdn == "${region}.api.example.com" && check.type == "HTTPS" && check.port == 443 && check.resource_path == "/health" && check.enable_sni
    ])
    error_message = "/health is asked for by HTTPS, at the region's own name."
  }

  assert {
    condition     = alltrue([for check in aws_route53_health_check.region : check.request_interval == 30 && check.failure_threshold == 2])
    error_message = "Every 30 s, and two failures count."
  }

  assert {
    condition     = length(aws_route53_health_check.region) == 2
    error_message = "Both regions are probed."
  }
}

run "a_region_that_does_not_answer_is_told" {
  command = plan

  override_resource {
    target          = aws_route53_health_check.region["af-south-1"]
    override_during = plan
    values          = { id = "check-of-af-south-1" }
  }

  override_resource {
    target          = aws_route53_health_check.region["eu-west-1"]
    override_during = plan
    values          = { id = "check-of-eu-west-1" }
  }

  assert {
    condition = alltrue([
      for region, alarm in aws_cloudwatch_metric_alarm.unhealthy :
      alarm.region == "us-east-1" && alarm.dimensions.HealthCheckId == "check-of-${region}" && alarm.alarm_actions == toset(["arn:aws:sns:us-east-1:123456789012:bbws-alerts-test"]) && alarm.ok_actions == alarm.alarm_actions
    ])
    error_message = "Every check has an alarm, where Route 53 has its metrics and a topic of that region hears."
  }

  assert {
    condition     = alltrue([for region, alarm in aws_cloudwatch_metric_alarm.unhealthy : alarm.alarm_name == "bbws-order-api-test-${region}-region-unhealthy" && endswith(alarm.alarm_description, "#region-unhealthy")])
    error_message = "An alarm's name ends with its anchor in the runbook."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.unhealthy : alarm.treat_missing_data == "breaching"])
    error_message = "A check that says nothing is an alarm."
  }

  assert {
    condition     = { for region, record in aws_route53_record.public : region => record.health_check_id } == { af-south-1 = "check-of-af-south-1", eu-west-1 = "check-of-eu-west-1" }
    error_message = "Each record follows the check of its region."
  }
}

run "one_region_needs_no_checks" {
  command = plan

  variables {
    regions = { af-south-1 = { domain_name = "d-a.example.com", zone_id = "ZA11111" } }
  }

  assert {
    condition     = alltrue([for record in aws_route53_record.public : record.set_identifier == null && length(record.failover_routing_policy) == 0 && record.health_check_id == null])
    error_message = "The record is a simple one."
  }

  assert {
    condition     = length(aws_route53_record.region) + length(aws_route53_health_check.region) + length(aws_cloudwatch_metric_alarm.unhealthy) + length(module.alerts) == 0
    error_message = "Nothing is probed."
  }
}

run "a_name_is_a_host_name" {
  command = plan
  variables { name = "https://api.example.com/" }
  expect_failures = [var.name]
}

run "a_zone_is_named_by_its_id" {
  command = plan
  variables { hosted_zone_id = "example.com" }
  expect_failures = [var.hosted_zone_id]
}

run "the_primary_is_one_of_the_regions" {
  command = plan
  variables { primary_region = "us-west-2" }
  expect_failures = [var.primary_region]
}

run "a_probe_of_the_public_name_is_refused" {
  command = plan

  variables {
    regions = {
      af-south-1 = { domain_name = "d-a.example.com", zone_id = "ZA11111", health_name = "api.example.com", health_domain_name = "d-a.example.com", health_zone_id = "ZA11111" }
      eu-west-1  = { domain_name = "d-e.example.com", zone_id = "ZE22222", health_name = "eu-west-1.api.example.com", health_domain_name = "d-eh.example.com", health_zone_id = "ZE22222" }
    }
  }

  expect_failures = [var.regions]
}

run "there_is_at_least_one_region" {
  command = plan
  variables { regions = {} }
  expect_failures = [var.regions]
}

run "a_path_begins_with_a_slash" {
  command = plan
  variables { health_path = "health" }
  expect_failures = [var.health_path]
}

run "an_account_has_12_digits" {
  command = plan
  variables { account_id = "1234" }
  expect_failures = [var.account_id]
}
