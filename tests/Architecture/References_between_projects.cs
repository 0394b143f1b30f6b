namespace IntegrationHub.Tests.Architecture;

public sealed class References_between_projects
{
    private const string Abstractions = "connectors/Abstractions";
    private const string Http = "connectors/Http";
    private const string Files = "connectors/Files";
    private const string Engine = "mappings/Engine";
    private const string Model = "mdm/Model";
    private const string Matching = "mdm/Matching";
    private const string Registry = "mdm/Registry";

    public static TheoryData<string> Projects => [.. Repository.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_project_references_only_what_the_plan_of_the_house_allows(string project)
    {
        var allowed = Allowed(project);

        var forbidden = Repository.References(project).Where(reference => !allowed(reference));

        Assert.Empty(forbidden);
    }

    [Theory]
    [InlineData(Model, Matching)]
    [InlineData(Registry, "mdm/Storage")]
    [InlineData("connectors/Files", Model)]
    [InlineData("hub/Hub", "mdm/Storage")]
    public void A_reference_against_the_way_of_the_data_is_refused(string from, string to) => Assert.False(Allowed(from)(to));

    [Fact]
    public void Every_project_is_in_the_solution_or_nobody_would_build_and_test_it()
    {
        var solution = Repository.Read("IntegrationHub.sln").Replace('\\', '/');

        Assert.DoesNotContain(Repository.ProjectFiles, file => !solution.Contains(file, StringComparison.Ordinal));
    }

    private static Func<string, bool> Allowed(string project) => project switch
    {
        Abstractions or Model or Matching => _ => false,
        Http => to => to == Abstractions,
        Engine => to => to is Abstractions or Model,
        Registry => to => to is Model or Matching,
        "mdm/Storage" => to => to is Registry or Model or Matching or "mdm/SqlServerTypes",
        "mdm/SqlServerTypes" => _ => false,
        "hub/Contracts" => _ => false,
        "hub/Hub" => to => to is "hub/Contracts" or Abstractions or Engine or Registry or Model or Matching,
        "hub/Host" => _ => true,
        "hub/OneShots" => to => to is Files or Engine or Registry,
        "samples/Subscriber" => _ => false,
        _ when project.StartsWith("connectors/", StringComparison.Ordinal) => to => to is Abstractions or Http or Files,
        _ => throw new InvalidOperationException($"{project} has no place in the plan of the house: give it one here and in the layout"),
    };
}
