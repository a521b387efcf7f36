data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "function" {
  name               = var.role_name
  description        = "${var.name} in ${var.region}: ${var.description}"
  assume_role_policy = data.aws_iam_policy_document.trust.json

  permissions_boundary = var.permissions_boundary
}

# What Lambda does in the function's name.
data "aws_iam_policy_document" "platform" {
  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${local.log_group_arn}:*"]
  }

  dynamic "statement" {
    for_each = var.enable_xray ? ["xray"] : []

    content {
      sid     = "SendTraces"
      actions = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
      #checkov:skip=CKV_AWS_356:X-Ray has no resources to name.
      #checkov:skip=CKV_AWS_111:X-Ray has no resources to name.
      resources = ["*"]
    }
  }
}

resource "aws_iam_role_policy" "platform" {
  name   = "platform"
  role   = aws_iam_role.function.name
  policy = data.aws_iam_policy_document.platform.json
}

# What its own code does.
resource "aws_iam_role_policy" "calls" {
  count = var.policy == null ? 0 : 1

  name   = "calls"
  role   = aws_iam_role.function.name
  policy = var.policy
}
