environment = "sit"
account_id  = "815856636111"
region      = "eu-west-1"

api_domain     = "api-sit.bbws.io"
hosted_zone_id = "Z00000000000PLACEHOLDER" # placeholder
mail_identity  = "kimmyai.io"

github = {
  owner         = "bbws"          # placeholder
  owner_id      = "1"             # placeholder
  repository    = "order-service" # placeholder
  repository_id = "1"             # placeholder
}
