using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mappings.Engine.Functions;

namespace IntegrationHub.Tests.Mappings;

public sealed class Every_function_does_what_its_examples_say
{
    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var function in FunctionCatalogue.ByName.Values)
        {
            for (var i = 0; i < function.Examples.Count; i++)
            {
                data.Add(function.Name, i);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example(string name, int number)
    {
        var function = FunctionCatalogue.ByName[name];
        var example = function.Examples[number];
        var (value, codes) = ExampleRun.Of(function, example.Call, example.Input);
        Assert.Equal(example.Gives, ValueText.Of(value));
        Assert.Equal(example.Issue is null ? [] : [example.Issue], codes);
    }

    [Fact]
    public void Every_function_shows_a_value_it_cannot_use()
    {
        Assert.True(FunctionCatalogue.ByName.Count >= 25);
        Assert.Empty(FunctionCatalogue.ByName.Values.Where(f => f.Examples.All(e => e.Issue is null)).Select(f => f.Name));
    }

    [Fact]
    public void No_input_makes_a_function_throw()
    {
        foreach (var function in FunctionCatalogue.ByName.Values)
        {
            var call = function.Examples[0].Call;
            Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), text =>
            {
                ExampleRun.Of(function, call, [text, text, text]);
                ExampleRun.Of(function, call, [text]);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(30).WithReplay(new Replay(new Rnd(1954, 21), 1)));
        }
    }

    [Fact]
    public void The_reference_page_is_printed_from_the_examples()
    {
        var path = Repository.File("docs", "mappings", "functions.md");
        if (Environment.GetEnvironmentVariable("HUB_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, ReferencePage.Print());
        }

        Assert.Equal(ReferencePage.Print(), File.ReadAllText(path));
    }
}
