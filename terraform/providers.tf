# One provider for every region: resources name theirs by the argument `region`.
provider "aws" {
  region = var.primary_region

  # A var file cannot reach the account of another environment.
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = {
      Environment = var.environment
      Project     = "bbws-order-service"
      Owner       = var.owner
    }
  }
}
