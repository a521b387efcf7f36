provider "aws" {
  region = "eu-west-1"
}

variables {
  region             = "eu-west-1"
  account_id         = "536580886816"
  name               = "orders-create"
  role_name          = "orders-create-execution"
  description        = "Creates orders"
  artifact           = "../../tests/fixtures/function.zip"
  memory_mb          = 512
  timeout_seconds    = 15
  environment        = { ENVIRONMENT = "dev" }
  policy             = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = "arn:aws:sns:eu-west-1:536580886816:events" }] })
  log_level          = "INFO"
  log_retention_days = 30
  enable_xray        = false
}

run "runs_what_the_zip_holds" {
  command = plan

  assert {
    condition     = aws_lambda_function.function.source_code_hash == filebase64sha256("../../tests/fixtures/function.zip")
    error_message = "Another zip is another version: the hash is the zip's."
  }

  assert {
    condition     = aws_lambda_function.function.runtime == "nodejs24.x" && aws_lambda_function.function.architectures == tolist(["arm64"]) && aws_lambda_function.function.handler == "index.handler"
    error_message = "Functions run on nodejs24.x and arm64, from index.mjs."
  }

  assert {
    condition     = aws_lambda_function.function.publish && aws_lambda_alias.live.name == "live" && output.alias_arn == "arn:aws:lambda:eu-west-1:536580886816:function:orders-create:live"
    error_message = "Each deployment is a version, and the alias live names one."
  }
}

run "writes_to_its_own_log_alone" {
  command = plan

  assert {
    condition     = aws_cloudwatch_log_group.function.name == "/aws/lambda/orders-create" && aws_cloudwatch_log_group.function.retention_in_days == 30
    error_message = "The log is kept as long as it should be."
  }

  assert {
    condition     = [for s in jsondecode(aws_iam_role_policy.platform.policy).Statement : s.Resource] == ["arn:aws:logs:eu-west-1:536580886816:log-group:/aws/lambda/orders-create:*"]
    error_message = "Without X-Ray the platform's policy names the log and nothing else."
  }
}

run "may_do_what_its_code_does" {
  command = plan

  assert {
    condition     = one(aws_iam_role_policy.calls).policy == var.policy && one(aws_iam_role_policy.calls).role == "orders-create-execution"
    error_message = "The policy that is given is the role's."
  }

  assert {
    condition     = jsondecode(aws_iam_role.function.assume_role_policy).Statement[0].Principal.Service == "lambda.amazonaws.com"
    error_message = "Lambda alone takes the role."
  }
}

run "is_bounded_where_a_bound_is_given" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::536580886816:policy/boundary"
  }

  assert {
    condition     = aws_iam_role.function.permissions_boundary == "arn:aws:iam::536580886816:policy/boundary"
    error_message = "The role can do no more than the boundary says."
  }
}

run "refuses_a_bound_that_is_a_role" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::536580886816:role/boundary"
  }

  expect_failures = [var.permissions_boundary]
}

run "may_do_nothing_of_its_own_without_a_policy" {
  command = plan

  variables {
    policy = null
  }

  assert {
    condition     = length(aws_iam_role_policy.calls) == 0
    error_message = "No policy given, none made."
  }
}

run "is_traced_when_asked" {
  command = plan

  variables {
    enable_xray = true
  }

  assert {
    condition     = one(aws_lambda_function.function.tracing_config).mode == "Active" && contains([for s in jsondecode(aws_iam_role_policy.platform.policy).Statement : s.Sid], "SendTraces")
    error_message = "Tracing is on, and its role may send traces."
  }
}

run "keeps_its_metrics_when_it_logs_errors_only" {
  command = plan

  variables {
    log_level = "ERROR"
  }

  assert {
    condition     = one(aws_lambda_function.function.logging_config).application_log_level == "INFO"
    error_message = "Metrics are lines of level INFO to Lambda: it must not drop them."
  }
}

run "refuses_a_time_out_of_nothing" {
  command = plan

  variables {
    timeout_seconds = 0
  }

  expect_failures = [var.timeout_seconds]
}

run "refuses_more_memory_than_lambda_has" {
  command = plan

  variables {
    memory_mb = 10241
  }

  expect_failures = [var.memory_mb]
}

run "refuses_a_role_name_of_65_characters" {
  command = plan

  variables {
    role_name = "orders-lambda-a-name-that-goes-on-and-on-execution-dev-eu-west-11"
  }

  expect_failures = [var.role_name]
}

run "moves_its_alias_with_the_version" {
  command = plan

  assert {
    condition     = length(data.aws_lambda_alias.live) == 0
    error_message = "Without a canary nobody asks where the alias stands."
  }
}

run "leaves_its_alias_where_it_stands" {
  command = plan

  variables {
    keep_live_version = true
  }

  override_data {
    target = data.aws_lambda_alias.live
    values = { function_version = "7" }
  }

  assert {
    condition     = aws_lambda_alias.live.function_version == "7" && output.alias.name == "live" && one(data.aws_lambda_alias.live).function_name == "orders-create"
    error_message = "The alias stays at the version that it has, for pnpm canary to move."
  }
}
