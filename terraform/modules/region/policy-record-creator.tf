# Completes an order, publishes it; asks the Cart API, by its role where that is wanted.
data "aws_iam_policy_document" "record_creator" {
  statement {
    sid       = "Read"
    actions   = ["dynamodb:GetItem"]
    resources = [local.arn.table]
  }

  statement {
    sid       = "Write"
    actions   = ["dynamodb:UpdateItem"]
    resources = [local.arn.table]

    condition {
      test     = "ForAllValues:StringLike"
      variable = "dynamodb:LeadingKeys"
      values   = local.writable_keys
    }
  }

  statement {
    sid       = "Publish"
    actions   = ["sns:Publish"]
    resources = [local.arn.topic]
  }

  dynamic "statement" {
    for_each = var.cart_authentication == "none" ? [] : [var.cart_authentication]

    content {
      sid       = "AskCartApi"
      actions   = [statement.value == "sigv4:lambda" ? "lambda:InvokeFunctionUrl" : "execute-api:Invoke"]
      resources = [var.cart_api_arn]
    }
  }

  # A function URL wants both (since November 2026); the second holds for requests through the URL only.
  dynamic "statement" {
    for_each = var.cart_authentication == "sigv4:lambda" ? [var.cart_api_arn] : []

    content {
      sid       = "InvokeCartApi"
      actions   = ["lambda:InvokeFunction"]
      resources = [statement.value]

      condition {
        test     = "Bool"
        variable = "lambda:InvokedViaFunctionUrl"
        values   = ["true"]
      }
    }
  }
}
