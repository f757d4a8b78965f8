package models
import ("testing";"context";"bufio";"net/http";"strings";"encoding/json";"stoa/internal/llm";"stoa/internal/webtest/modelserver")
const n=20000
func BenchmarkOurs(b *testing.B){ _,base:=modelserver.New(b); p:=newOpenAI(quick(base),nil); for b.Loop(){ o:=&output{emit:func(string)error{return nil}}; if _,err:=p.stream(context.Background(),llm.Request{Model:"m",Messages:ask("!tokens=20000 !interval=0").Messages},o.write);err!=nil{b.Fatal(err)}}; b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n,"ns/token") }
func BenchmarkFloor(b *testing.B){ _,base:=modelserver.New(b); for b.Loop(){ res,err:=http.Post(base+"/chat/completions","application/json",strings.NewReader(`{"model":"m","stream":true,"messages":[{"role":"user","content":"!tokens=20000 !interval=0"}]}`)); if err!=nil{b.Fatal(err)}
 var q struct{ Choices []struct{ Delta struct{ Content string `json:"content"` } `json:"delta"` } `json:"choices"` }
 sc:=bufio.NewScanner(res.Body); for sc.Scan(){ l,ok:=strings.CutPrefix(sc.Text(),"data: "); if !ok||l=="[DONE]"{continue}; q.Choices=q.Choices[:0]; json.Unmarshal([]byte(l),&q)}; res.Body.Close()}; b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n,"ns/token") }
