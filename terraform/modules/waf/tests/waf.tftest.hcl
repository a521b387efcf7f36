provider "aws" {
  region = "eu-west-1"
}

variables {
  region                    = "eu-west-1"
  name                      = "orders"
  protected_arn             = "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3/stages/live"
  requests_per_five_minutes = 2000
  log_retention_days        = 30

  throttled_answer = {
    status  = 429
    headers = { "Cache-Control" = "no-store", "Content-Type" = "application/problem+json", "Retry-After" = "1" }
    body    = "{\"code\":\"TOO_MANY_REQUESTS\"}"
  }
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

run "tells_who_asks_too_often_when_to_come_back" {
  command = plan

  assert {
    condition     = [for rule in aws_wafv2_web_acl.api.rule : one(one(one(rule.action).block).custom_response).response_code if rule.name == "rate"] == [429]
    error_message = "Too many requests are no attack: 429, not 403."
  }

  assert {
    condition = [
      for rule in aws_wafv2_web_acl.api.rule : {
        for header in one(one(one(rule.action).block).custom_response).response_header : header.name => header.value
      } if rule.name == "rate"
    ] == [{ "Cache-Control" = "no-store", "Retry-After" = "300" }]
    error_message = "The gateway's headers go along but for the type, which WAF sets itself; the wait is the whole window."
  }

  assert {
    condition     = [for rule in aws_wafv2_web_acl.api.rule : one(one(one(rule.action).block).custom_response).custom_response_body_key if rule.name == "rate"] == [one(aws_wafv2_web_acl.api.custom_response_body).key] && one(aws_wafv2_web_acl.api.custom_response_body).content_type == "APPLICATION_JSON"
    error_message = "The body is the web ACL's own, as JSON."
  }

  assert {
    condition     = jsondecode(one(aws_wafv2_web_acl.api.custom_response_body).content).code == "TOO_MANY_REQUESTS"
    error_message = "The code is the one that the gateway answers."
  }
}

run "lets_through_what_the_function_judges_better" {
  command = plan

  assert {
    condition = toset(flatten([
      for rule in aws_wafv2_web_acl.api.rule : [
        for override in one(one(rule.statement).managed_rule_group_statement).rule_action_override : override.name if length(one(override.action_to_use).count) == 1
      ] if rule.name != "rate"
    ])) == toset(["SizeRestrictions_BODY", "NoUserAgent_HEADER"])
    error_message = "A large body gets its 413, and who sends no User-Agent an answer."
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

  assert {
    condition = flatten([
      for filter in one(aws_wafv2_web_acl_logging_configuration.api.logging_filter).filter : [
        for condition in filter.condition : one(condition.action_condition).action
      ]
    ]) == ["BLOCK"]
    error_message = "The log holds addresses of those who were blocked, and of nobody else."
  }
}

run "refuses_an_answer_that_is_no_document" {
  command = plan

  variables {
    throttled_answer = { status = 429, headers = {}, body = "Too many requests" }
  }

  expect_failures = [var.throttled_answer]
}

run "refuses_a_limit_that_blocks_everybody" {
  command = plan

  variables {
    requests_per_five_minutes = 9
  }

  expect_failures = [var.requests_per_five_minutes]
}
