provider "aws" {
  region = "eu-west-1"
}

variables {
  region                    = "eu-west-1"
  name                      = "orders"
  protected_arn             = "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3/stages/live"
  requests_per_five_minutes = 2000
  log_retention_days        = 30
}

run "blocks_what_is_known_to_be_bad_and_who_asks_too_often" {
  command = plan

  assert {
    condition     = toset([for rule in aws_wafv2_web_acl.api.rule : rule.name]) == toset(["rate", "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"])
    error_message = "Managed rules and a limit."
  }

  assert {
    condition     = [for rule in aws_wafv2_web_acl.api.rule : one(one(rule.statement).rate_based_statement).limit if rule.name == "rate"] == [2000]
    error_message = "One address makes 2,000 requests in five minutes at most."
  }
}

run "keeps_tokens_out_of_logs_and_samples" {
  command = plan

  assert {
    condition     = length([for field in aws_wafv2_web_acl_logging_configuration.api.redacted_fields : field if length(field.query_string) > 0]) == 1
    error_message = "The query string holds the token of an invoice link."
  }

  assert {
    condition     = toset(flatten([for field in aws_wafv2_web_acl_logging_configuration.api.redacted_fields : [for header in field.single_header : header.name]])) == toset(["authorization", "cookie"])
    error_message = "Headers that say who somebody is are left out."
  }

  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.api.rule : !one(rule.visibility_config).sampled_requests_enabled]) && !one(aws_wafv2_web_acl.api.visibility_config).sampled_requests_enabled
    error_message = "A sample shows a whole request."
  }
}

run "logs_to_a_group_that_waf_can_write" {
  command = plan

  assert {
    condition     = startswith(aws_cloudwatch_log_group.waf.name, "aws-waf-logs-")
    error_message = "WAF writes to groups of this prefix only."
  }
}

run "refuses_a_limit_that_blocks_everybody" {
  command = plan

  variables {
    requests_per_five_minutes = 9
  }

  expect_failures = [var.requests_per_five_minutes]
}
