# API Gateway writes access logs with one role for the whole account, told to it in each region.

locals {
  logged_regions = var.account_logs_api_gateway ? [] : local.regions
}

data "aws_iam_policy_document" "api_gateway" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["apigateway.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "api_gateway" {
  count = var.account_logs_api_gateway ? 0 : 1

  name               = "bbws-api-gateway-logs-${var.environment}"
  description        = "API Gateway writes its logs."
  assume_role_policy = data.aws_iam_policy_document.api_gateway.json
}

resource "aws_iam_role_policy_attachment" "api_gateway" {
  count = var.account_logs_api_gateway ? 0 : 1

  role       = aws_iam_role.api_gateway[0].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

resource "aws_api_gateway_account" "logs" {
  for_each = toset(local.logged_regions)

  region              = each.value
  cloudwatch_role_arn = aws_iam_role.api_gateway[0].arn

  depends_on = [aws_iam_role_policy_attachment.api_gateway]
}
