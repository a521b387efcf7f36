# Whom the account trusts: jobs of one repository, in one GitHub environment, for an hour at most.

locals {
  issuer = "token.actions.githubusercontent.com"

  apply_environments = length(var.apply_environments) > 0 ? var.apply_environments : [var.environment]
  # A plan comes before the approval, so its job can't be in the environment that asks for it.
  plan_environments = ["${var.environment}-plan"]

  # GitHub names a repository by its names; since 15 July 2026, when it was made or renamed after that, by names and numbers.
  repositories = [
    "repo:${var.github.owner}/${var.github.repository}",
    "repo:${var.github.owner}@${var.github.owner_id}/${var.github.repository}@${var.github.repository_id}",
  ]

  # Whole subjects, no patterns: an environment's name is anybody's to choose, and a pattern might end inside one.
  subjects = {
    for role, ends in {
      apply = [for name in local.apply_environments : "environment:${name}"]
      plan = concat(
        [for name in local.plan_environments : "environment:${name}"],
        var.plan_for_pull_requests ? ["pull_request"] : [],
      )
    } : role => [for pair in setproduct(local.repositories, ends) : join(":", pair)]
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.account_has_github_provider ? 0 : 1

  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "trust" {
  for_each = local.subjects

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.arn.provider]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = each.value
    }
  }
}

resource "aws_iam_role" "apply" {
  name                 = "github-2-${local.service}-${var.environment}"
  description          = "Deploys the order service from GitHub Actions."
  assume_role_policy   = data.aws_iam_policy_document.trust["apply"].json
  max_session_duration = 3600

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role" "plan" {
  name                 = "github-2-${local.service}-plan-${var.environment}"
  description          = "Plans the order service from GitHub Actions: reads settings, no data, and changes nothing."
  assume_role_policy   = data.aws_iam_policy_document.trust["plan"].json
  max_session_duration = 3600

  depends_on = [aws_iam_openid_connect_provider.github]
}
