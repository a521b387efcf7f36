# Whom the account trusts, and what they may do.

variables {
  environment    = "dev"
  account_id     = "123456789012"
  region         = "eu-west-1"
  api_domain     = "api-dev.example.com"
  hosted_zone_id = "Z0123456789"
  mail_identity  = "example.com"
  github         = { owner = "acme", owner_id = "11", repository = "orders", repository_id = "22" }
}

run "deployments_come_from_the_environment_in_both_forms" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.apply.assume_role_policy).Statement == [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = ["repo:acme/orders:environment:dev", "repo:acme@11/orders@22:environment:dev"]
        }
      }
    }]
    error_message = "Jobs of the environment alone deploy, whichever form their subject has; no pattern, no branch, no pull request."
  }

  assert {
    condition     = aws_iam_role.apply.name == "github-2-bbws-order-lambda-dev" && aws_iam_role.apply.max_session_duration == 3600
    error_message = "The role has the agreed name, and lasts an hour."
  }

  assert {
    condition     = aws_iam_openid_connect_provider.github[0].url == "https://token.actions.githubusercontent.com" && aws_iam_openid_connect_provider.github[0].client_id_list == toset(["sts.amazonaws.com"])
    error_message = "GitHub's tokens are for STS."
  }
}

run "plans_come_before_approvals" {
  command = plan

  assert {
    condition     = toset(jsondecode(aws_iam_role.plan.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"]) == toset(["repo:acme/orders:environment:dev-plan", "repo:acme@11/orders@22:environment:dev-plan"])
    error_message = "Plans have an environment of their own; pull requests don't plan unless that is asked for."
  }
}

run "pull_requests_get_a_plan_and_nothing_else" {
  command = plan
  variables { plan_for_pull_requests = true }

  assert {
    condition     = length(setsubtract(["repo:acme/orders:pull_request", "repo:acme@11/orders@22:pull_request"], jsondecode(aws_iam_role.plan.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"])) == 0
    error_message = "Pull requests may plan."
  }

  assert {
    condition     = !strcontains(aws_iam_role.apply.assume_role_policy, "pull_request")
    error_message = "Pull requests may not deploy."
  }
}

run "chained_approvals_deploy_from_the_last" {
  command = plan
  variables { apply_environments = ["dev-devops"] }

  assert {
    condition     = toset(jsondecode(aws_iam_role.apply.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"]) == toset(["repo:acme/orders:environment:dev-devops", "repo:acme@11/orders@22:environment:dev-devops"])
    error_message = "Only the environment that was named deploys."
  }
}

run "a_plan_changes_nothing_and_reads_no_data" {
  command = plan

  assert {
    condition = alltrue([
      for action in flatten(jsondecode(aws_iam_role_policy.plan.policy).Statement[*].Action) :
      can(regex("^[a-z0-9]+:(GET|Get|List|Describe|View)", action))
    ])
    error_message = "A plan only reads."
  }

  assert {
    condition = length(setintersection(
      flatten(jsondecode(aws_iam_role_policy.plan.policy).Statement[*].Action),
      ["dynamodb:Query", "dynamodb:Scan", "dynamodb:BatchGetItem", "sqs:ReceiveMessage", "logs:GetLogEvents", "logs:FilterLogEvents", "secretsmanager:GetSecretValue"],
    )) == 0
    error_message = "A plan reads settings."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.plan.policy).Statement : statement.Resource if statement.Action == "s3:GetObject"] == ["arn:aws:s3:::bbws-terraform-state-dev/order-lambda/terraform.tfstate"]
    error_message = "The only object that a plan reads is the state."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.plan.policy).Statement : statement.Condition["ForAllValues:StringEquals"]["dynamodb:LeadingKeys"] if statement.Action == "dynamodb:GetItem"] == ["CONTROL"]
    error_message = "The only item that a plan reads is the writer's."
  }
}
