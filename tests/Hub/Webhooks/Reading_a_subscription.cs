using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Tests.Hub.Webhooks;

public sealed class Reading_a_subscription
{
    private const string Yaml = """
        name: portal
        endpoint: https://portal.example/hook
        controller: "21330063500017"
        purpose: school-enrolment
        legalBasis: public-task
        attributes: [birthName, emails]
        sources: ["*"]
        secrets: [env:HUB_TEST_WEBHOOK_SECRET]
        retry: 1m x2; then park
        allowedNetworks: [10.20.0.0/16]
        """;

    [Fact]
    public void A_document_becomes_a_subscription_with_its_contract()
    {
        var secret = WebhookSecret.Generate();
        Environment.SetEnvironmentVariable("HUB_TEST_WEBHOOK_SECRET", secret.Reveal());

        var subscription = SubscriptionDocument.Read(Yaml, "portal.yaml").Open(new Uri("urn:hub"));

        Assert.Equal(("portal", "1m x2; then park"), (subscription.Name, subscription.Retry.ToString()));
        Assert.True(subscription.Contract.Sources.IsAll);
        Assert.Equal(["birthName", "emails"], subscription.Contract.Attributes.Names);
        Assert.Equal(secret.Reveal(), Assert.Single(subscription.Webhook!.Secrets).Reveal());
    }

    [Theory]
    [InlineData("legalBasis: public-task", "legalBasis: legitimate-interests", 5)]
    [InlineData("attributes: [birthName, emails]", "attributes: [birthNam]", 6)]
    [InlineData("https://portal", "http://portal", 2, "allowedNetworks: [10.20.0.0/16]", "")]
    [InlineData("10.20.0.0/16", "10.20", 10)]
    [InlineData("[env:HUB_TEST_WEBHOOK_SECRET]", "[]", 8)]
    [InlineData("21330063500017", "21330063500018", 3)]
    public void A_mistake_is_named_with_its_line(string good, string bad, int line, string also = "", string instead = "")
    {
        var yaml = Yaml.Replace(good, bad, StringComparison.Ordinal);
        yaml = also.Length == 0 ? yaml : yaml.Replace(also, instead, StringComparison.Ordinal);

        var error = Assert.Throws<DocumentException>(() => SubscriptionDocument.Read(yaml, "portal.yaml"));

        Assert.Equal(("portal.yaml", line), (Assert.Single(error.Errors).At.File, error.Errors[0].At.Line));
    }

    [Fact]
    public void A_mistyped_attribute_is_told_the_nearest_word()
    {
        var error = Assert.Throws<DocumentException>(() => SubscriptionDocument.Read(Yaml.Replace("birthName", "birthNam", StringComparison.Ordinal), "portal.yaml"));

        Assert.Equal("birthName", error.Errors[0].Nearest);
    }
}
