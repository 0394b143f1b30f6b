using IntegrationHub.Mappings.Engine.Checking;

namespace IntegrationHub.Tests.Mappings;

public sealed class Every_document_of_the_catalogue_holds
{
    public static TheoryData<string> Documents() =>
        new(Directory.GetFiles(Repository.File("mappings", "catalog"), "*.yaml").Select(Path.GetFileName).Order()!);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document(string file)
    {
        var report = MappingCheck.RunFile(Repository.File("mappings", "catalog", file));
        Assert.True(report.Passed, string.Join('\n', report.Lines()));
        Assert.NotEmpty(report.Examples);
    }

    [Fact]
    public void A_broken_example_is_told_with_path_and_both_values()
    {
        var report = MappingCheck.Run("""
            mapping: test
            citizen: { birthName: nom }
            examples:
              - name: wrong on purpose
                record: { nom: DUPONT }
                gives: { citizens: [{ birthName: MARTIN, sex: male }] }
            """, "test.yaml");
        Assert.False(report.Passed);
        Assert.Equal(
            ["citizens[0].birthName is \"DUPONT\", not \"MARTIN\"", "citizens[0].sex is absent, not \"male\""],
            report.Examples[0].Differences);
        Assert.Equal("test.yaml: 0 of 1 example(s) hold", report.Lines().Last());
    }
}
