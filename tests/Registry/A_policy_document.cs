using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Tests.Registry;

public sealed class A_policy_document
{
    [Theory]
    [InlineData("policy: p\nrules: [recensy]", "p.yaml:2: unknown rule 'recensy'; did you mean 'recency'?")]
    [InlineData("policy: p\nattributes:\n  birthNam: [recency]", "p.yaml:3: unknown key 'birthNam'; did you mean 'birthName'?")]
    [InlineData("policy: p\ntrust:\n  default: 500", "p.yaml:3: '500' is not a whole number from 0 to 100")]
    [InlineData("policy: p\nblockedStatuses: [doutful]", "p.yaml:2: unknown status 'doutful'; did you mean 'doubtful'?")]
    [InlineData("policy: p\nrules: [recency, recency]", "p.yaml:2: rule 'recency' stands twice")]
    [InlineData("rules: [recency]", "p.yaml:1: a policy needs its name: policy: NAME")]
    [InlineData("policy: p\nrules: [recency\n", "p.yaml:3: not YAML")]
    public void Is_refused_with_file_line_and_the_nearest_word(string yaml, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => SurvivorshipPolicy.Parse(yaml, "p.yaml")).Message);

    [Fact]
    public void Groups_it_does_not_name_follow_the_general_rules()
    {
        var policy = SurvivorshipPolicy.Parse("policy: p\nattributes:\n  emails: [recency]", "p.yaml");

        Assert.Equal("emails", policy.Attributes[0]);
        Assert.Equal(SurvivorshipPolicy.French().Attributes.Order(), policy.Attributes.Order());
    }
}
