# What a deployment may do, and can't make itself.

variables {
  environment    = "sit"
  account_id     = "123456789012"
  region         = "eu-west-1"
  api_domain     = "api-sit.example.com"
  hosted_zone_id = "Z0123456789"
  mail_identity  = "example.com"
  github         = { owner = "acme", owner_id = "11", repository = "orders", repository_id = "22" }
}

run "policies_fit" {
  command = plan

  assert {
    condition     = alltrue([for policy in concat(values(aws_iam_policy.apply)[*].policy, [aws_iam_policy.boundary.policy]) : length(jsonencode(jsondecode(policy))) <= 6144])
    error_message = "A managed policy has at most 6,144 characters."
  }

  assert {
    condition     = length(aws_iam_role_policy_attachment.apply) == length(aws_iam_policy.apply) && length(aws_iam_policy.apply) <= 10
    error_message = "Every policy is attached, and a role takes ten."
  }

  assert {
    condition     = length(jsonencode(jsondecode(aws_iam_role_policy.plan.policy))) <= 10240
    error_message = "A role's own policies have at most 10,240 characters."
  }
}

run "roles_are_made_inside_the_boundary_alone" {
  command = plan

  assert {
    condition = alltrue([
      for statement in flatten([for policy in aws_iam_policy.apply : jsondecode(policy.policy).Statement]) :
      try(statement.Condition.StringEquals["iam:PermissionsBoundary"], "") == "arn:aws:iam::123456789012:policy/bbws-order-lambda-boundary-sit"
      if statement.Effect == "Allow" && length(setintersection(flatten([statement.Action]), ["iam:CreateRole", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary", "iam:AttachRolePolicy", "iam:*", "*"])) > 0
    ])
    error_message = "Whoever makes a role, or gives it permissions, stays inside the boundary."
  }

  assert {
    condition = length(setintersection(
      flatten([for policy in aws_iam_policy.apply : jsondecode(policy.policy).Statement[*].Action]),
      ["iam:AttachRolePolicy", "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:CreateUser", "iam:CreateAccessKey", "iam:DeleteRolePermissionsBoundary", "iam:SetDefaultPolicyVersion", "iam:UpdateOpenIDConnectProviderThumbprint"],
    )) == 0
    error_message = "Policies, users, providers and the boundary itself are out of reach."
  }

  assert {
    condition = alltrue([
      for resource in flatten([for statement in jsondecode(aws_iam_policy.apply["roles"].policy).Statement : statement.Resource]) :
      can(regex("role/(bbws-order-lambda-\\*-execution-sit\\*|bbws-orders-sit\\*-replication|aws-service-role/\\*)$", resource))
    ])
    error_message = "The roles are the service's, and never those that GitHub assumes."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_policy.apply["roles"].policy).Statement : toset(statement.Condition.StringEquals["iam:PassedToService"]) if statement.Sid == "PassRoles"] == [toset(["lambda.amazonaws.com", "s3.amazonaws.com"])]
    error_message = "Roles are passed to Lambda and S3 alone."
  }
}

run "the_boundary_knows_the_service_alone" {
  command = plan

  assert {
    condition     = alltrue([for action in flatten(jsondecode(aws_iam_policy.boundary.policy).Statement[*].Action) : can(regex("^(dynamodb|execute-api|kms|lambda|logs|s3|ses|sns|sqs|xray):[A-Z]", action))])
    error_message = "No role can touch IAM, nor everything of a service."
  }

  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_policy.boundary.policy).Statement : statement.Sid == "Traces" || !contains(flatten([statement.Resource]), "*")])
    error_message = "The boundary names what it speaks of."
  }

  assert {
    condition     = !strcontains(aws_iam_policy.boundary.policy, ":*:*:")
    error_message = "Nothing of any account is allowed: the boundary names its accounts."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_policy.boundary.policy).Statement : statement.Condition if contains(flatten([statement.Action]), "lambda:InvokeFunction")
    ] == [{ Bool = { "lambda:InvokedViaFunctionUrl" = "true" } }]
    error_message = "Functions are invoked through their URLs, and not otherwise."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_policy.boundary.policy).Statement : toset(statement.Resource) if contains(flatten([statement.Action]), "ses:SendEmail")
    ] == [toset(["arn:aws:ses:*:123456789012:identity/example.com", "arn:aws:ses:*:123456789012:configuration-set/bbws-order-mail-sit"])]
    error_message = "Mails are sent from the one identity."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_policy.boundary.policy).Statement : toset(flatten([statement.Condition.StringLike["kms:ViaService"]])) if anytrue([for action in flatten([statement.Action]) : startswith(action, "kms:")])
    ] == [toset(["dynamodb.*.amazonaws.com", "sns.*.amazonaws.com"])]
    error_message = "Keys are used as the table and the topic ask for it, and not otherwise."
  }
}

run "a_cart_api_of_another_account_can_be_asked" {
  command = plan
  variables { cart_account_id = "210987654321" }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_policy.boundary.policy).Statement : toset(statement.Resource) if statement.Sid == "CartApi"
    ] == [toset(["arn:aws:execute-api:*:210987654321:*", "arn:aws:lambda:*:210987654321:function:*"])]
    error_message = "The account of the Cart API is the one that was named."
  }
}

run "everything_is_named" {
  command = plan

  assert {
    condition = alltrue([
      for statement in flatten([for policy in aws_iam_policy.apply : jsondecode(policy.policy).Statement]) :
      contains(["FindFunctions", "HealthChecks", "LogDelivery", "ListKeyNames", "Subscriptions", "Suppression"], statement.Sid) || can(statement.Condition)
      if statement.Effect == "Allow" && contains(flatten([statement.Resource]), "*")
    ])
    error_message = "What has no name is listed here, or bound by a condition."
  }

  assert {
    condition     = !contains(flatten([for policy in aws_iam_policy.apply : jsondecode(policy.policy).Statement[*].Action]), "*")
    error_message = "No policy allows everything."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_policy.apply["edge"].policy).Statement :
      toset(statement.Condition["ForAllValues:StringLike"]["route53:ChangeResourceRecordSetsNormalizedRecordNames"]) if statement.Action == "route53:ChangeResourceRecordSets"
    ] == [toset(["api-sit.example.com", "*.api-sit.example.com"])]
    error_message = "Records of the API's name alone are changed."
  }
}

run "data_is_out_of_reach" {
  command = plan

  assert {
    condition = length(setsubtract(
      ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "sqs:ReceiveMessage", "sns:Publish", "logs:GetLogEvents", "s3:GetObject*"],
      flatten([for statement in flatten([for policy in aws_iam_policy.apply : jsondecode(policy.policy).Statement]) : statement.Action if statement.Effect == "Deny"]),
    )) == 0
    error_message = "Orders, messages, log lines and invoices are denied."
  }
}

run "a_replica_is_made_with_the_table_in_hand" {
  command = plan
  variables { second_region = "af-south-1" }

  assert {
    condition     = !contains(flatten([for statement in jsondecode(aws_iam_policy.apply["data"].policy).Statement : statement.Action if statement.Effect == "Deny"]), "dynamodb:Scan")
    error_message = "With a second region the table may be read and written, as AWS asks of whoever makes a replica."
  }
}

run "a_canary_can_be_planned_moved_and_watched" {
  command = plan

  assert {
    condition = alltrue([
      for action in ["lambda:ListFunctions", "lambda:*", "cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData"] :
      contains(flatten([for policy in aws_iam_policy.apply : jsondecode(policy.policy).Statement[*].Action]), action)
    ])
    error_message = "Whoever deploys finds the functions, moves their aliases, and sees alarms and invocations."
  }

  assert {
    condition     = contains(flatten(jsondecode(aws_iam_role_policy.plan.policy).Statement[*].Action), "lambda:ListFunctions")
    error_message = "A plan sees which functions are there."
  }
}
